import { actionWord, actorWord, detailText, shortHash, subjectWord } from './words'

it('reads as sentences, and shows what it does not know as it is', () => {
  expect([actionWord('staff.login-failed'), actionWord('notice.sent')]).toEqual(['登录失败', 'notice.sent'])
  expect(['staff:9', 'staff:9 市商务局 王科长', 'anonymous'].map(actorWord)).toEqual([
    '账号 9',
    '市商务局 王科长',
    '未登录',
  ])
  expect([subjectWord('redemption:7'), subjectWord('job:x')]).toEqual(['核销 7', 'job:x'])
})

it('writes out the detail, refusal codes as their sentence', () => {
  expect(detailText({ reason: 'CREDENTIALS_WRONG', attempt: 2 })).toBe('原因 用户名或密码不对 · 第几次 2')
  expect(detailText({})).toBe('—')
  expect(detailText({ totp: false, newFiles: ['a', 'b'] })).toBe('动态口令 否 · 新文件 2 项')
})

it('shortens the check number to what tells two lines apart', () => {
  expect(shortHash('a3f91c20ffff')).toBe('a3f91c20')
})
