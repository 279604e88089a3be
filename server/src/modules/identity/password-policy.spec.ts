import { isWeakPassword } from './password-policy.js'

describe('isWeakPassword', () => {
  it.each([
    'short-7Kq',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabc',
    '123456789012',
    '987654321098765',
    'password12345678',
    'Passw0rd2026!!',
    'qwertyuiop123456',
    '1qaz2wsx3edc4567',
    'Tianshui@20261122',
    'tianshuishangwuju2026',
    'Admin@1234567890',
    'li.wei-li.wei-2026',
    'yikezhong-yikezhong',
  ])('refuses %s', (password) => {
    expect(isWeakPassword(password, 'li.wei')).toBe(true)
  })

  it.each([
    '藉河边上七点-7-碗呱呱',
    'correct horse battery staple',
    'mTq8-vv2R-kk01',
    'jiangshui-noodles-at-noon',
    '我每天早上七点去进步巷买菜',
  ])('accepts %s', (password) => {
    expect(isWeakPassword(password, 'li.wei')).toBe(false)
  })
})
