import { type ErrorCode, errorCodes } from '@yikezhong/shared/http/error-codes'

/** Actions the server writes, in the words of the person who reads them; an unknown one is shown as it is. */
const actions: Record<string, string> = {
  'staff.login': '登录',
  'staff.login-failed': '登录失败',
  'staff.locked': '账号锁定',
  'staff.invited': '发出激活码',
  'staff.activated': '激活账号',
  'staff.totp-bound': '绑定动态口令',
  'staff.disabled': '停用账号',
  'resident.erased': '注销居民账号',
  'redemption.reverse': '撤销核销',
  'city-pack.load': '载入城市资料',
}

const nouns: Record<string, string> = {
  staff: '账号',
  'staff-invitation': '激活码',
  resident: '居民',
  redemption: '核销',
  'city-pack': '城市资料',
}

const details: Record<string, string> = {
  totp: '动态口令',
  reason: '原因',
  attempt: '第几次',
  minutes: '分钟',
  role: '级别',
  couponId: '券',
  discountFen: '优惠(分)',
  count: '数量',
  tables: '改动',
  newFiles: '新文件',
}

const actors: Record<string, string> = {
  anonymous: '未登录',
  'admin-command': '管理命令',
  'command:load-city': '管理命令',
}

export const actionWord = (action: string): string => actions[action] ?? action

export const actionOptions = Object.entries(actions).map(([value, label]) => ({ value, label }))

/** `staff:9 王科长` -> `王科长`, `staff:9` -> `账号 9` */
export function actorWord(actor: string): string {
  const [who = '', ...name] = actor.split(' ')
  return actors[actor] ?? (name.join(' ') || subjectWord(who))
}

/** `staff:7` -> `账号 7` */
export function subjectWord(subject: string): string {
  const [noun = '', ...rest] = subject.split(':')
  return nouns[noun] ? `${nouns[noun]} ${rest.join(':')}` : subject
}

/** Refusal codes read as the sentence people were shown; lists are counted, the opened row has them whole. */
function scalar(value: unknown): string {
  if (typeof value === 'string' && value in errorCodes) return errorCodes[value as ErrorCode][1]
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return `${value.length} 项`
  return typeof value === 'object' && value !== null ? '…' : String(value)
}

/** `{ attempt: 3 }` -> `第几次 3` */
export const detailText = (detail: Record<string, unknown>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${details[name] ?? name} ${scalar(value)}`)
    .join(' · ') || '—'

/** The first eight characters tell two lines apart; the whole is in the tooltip. */
export const shortHash = (hash: string): string => hash.slice(0, 8)
