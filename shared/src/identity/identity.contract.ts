import * as z from 'zod/mini'
import { merchantRoles, staffRoles } from '../http/access.js'
import { defineEndpoint } from '../http/endpoint.js'
import { divisionCode, id, instant, nothing } from '../http/primitives.js'

const token = z.string()
const secretText = z.string().check(z.minLength(1), z.maxLength(200))

/** 居民: the person who holds the phone. `phoneTail` is the last four digits, or null when no phone is bound. */
export const resident = z.object({
  id,
  nickname: z.string(),
  phoneTail: z.nullable(z.string()),
  memberships: z.array(z.object({ merchantId: id, role: z.enum(merchantRoles) })),
  deletionRequestedAt: z.nullable(instant),
  isDemo: z.boolean(),
})
export type Resident = z.infer<typeof resident>

/** 工作人员: one account, one role, one division that limits what it reads and writes. */
export const staff = z.object({
  id,
  username: z.string(),
  displayName: z.string(),
  role: z.enum(staffRoles),
  divisionCode,
  divisionName: z.string(),
  totpEnabled: z.boolean(),
  isDemo: z.boolean(),
})
export type Staff = z.infer<typeof staff>

export const loginWithWechat = defineEndpoint({
  method: 'POST',
  path: '/sessions/wechat',
  summary: '居民或商户用微信登录',
  access: 'public',
  body: z.object({ code: z.string().check(z.minLength(1), z.maxLength(128)) }),
  response: z.object({ token, idleMinutes: z.int(), resident }),
  errors: ['WECHAT_CODE_INVALID', 'WECHAT_UNAVAILABLE'],
})

export const loginStaff = defineEndpoint({
  method: 'POST',
  path: '/sessions/staff',
  summary: '工作人员用用户名和密码登录，可加动态口令',
  access: 'public',
  guessable: true,
  body: z.object({
    username: z.string().check(z.minLength(1), z.maxLength(64)),
    password: secretText,
    totp: z.optional(z.string().check(z.regex(/^\d{6}$/))),
  }),
  response: z.object({ token, idleMinutes: z.int(), staff }),
  errors: ['CREDENTIALS_WRONG', 'TOTP_REQUIRED', 'TOTP_WRONG', 'ACCOUNT_LOCKED'],
})

export const logout = defineEndpoint({
  method: 'DELETE',
  path: '/sessions/current',
  summary: '退出登录，令牌立即失效(居民、商户和工作人员通用)',
  access: 'public',
  response: nothing,
})

export const getMe = defineEndpoint({
  method: 'GET',
  path: '/me',
  summary: '我的资料',
  access: 'resident',
  response: resident,
})

export const exportMyData = defineEndpoint({
  method: 'GET',
  path: '/me/export',
  summary: '导出我的全部个人数据',
  access: 'resident',
  response: z.object({
    generatedAt: instant,
    sections: z.array(
      z.object({ name: z.string(), title: z.string(), rows: z.array(z.record(z.string(), z.unknown())) }),
    ),
  }),
})

const deletion = z.object({ requestedAt: instant, effectiveAt: instant })

export const requestMyDeletion = defineEndpoint({
  method: 'POST',
  path: '/me/deletion',
  summary: '申请注销并删除个人数据，24 小时后执行，期间可撤回',
  access: 'resident',
  response: deletion,
  errors: ['DELETION_ALREADY_REQUESTED'],
})

export const cancelMyDeletion = defineEndpoint({
  method: 'DELETE',
  path: '/me/deletion',
  summary: '撤回注销申请',
  access: 'resident',
  response: nothing,
  errors: ['DELETION_NOT_REQUESTED'],
})

export const getStaffMe = defineEndpoint({
  method: 'GET',
  path: '/staff/me',
  summary: '当前工作人员账号',
  access: 'staff',
  response: staff,
})

export const activateStaff = defineEndpoint({
  method: 'POST',
  path: '/staff/activations',
  summary: '用一次性激活码建立工作人员账号并设置密码',
  access: 'public',
  guessable: true,
  body: z.object({
    token: secretText,
    username: z.string().check(z.regex(/^[a-z][a-z0-9._-]{2,31}$/)),
    password: secretText,
  }),
  response: staff,
  errors: ['ACTIVATION_TOKEN_INVALID', 'USERNAME_TAKEN', 'PASSWORD_TOO_WEAK'],
})

export const startTotp = defineEndpoint({
  method: 'POST',
  path: '/staff/me/totp',
  summary: '开始绑定动态口令：返回密钥和二维码内容，确认后才生效',
  access: 'staff',
  response: z.object({ secret: z.string(), uri: z.string() }),
})

export const confirmTotp = defineEndpoint({
  method: 'POST',
  path: '/staff/me/totp/confirmation',
  summary: '用一次动态口令确认绑定',
  access: 'staff',
  body: z.object({ code: z.string().check(z.regex(/^\d{6}$/)) }),
  response: nothing,
  errors: ['TOTP_WRONG'],
})
