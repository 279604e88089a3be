/** Every refusal the API can answer with: HTTP status and the sentence residents, merchants and staff read. */
export const errorCodes = {
  VALIDATION_FAILED: [400, '提交的内容有误，请检查后再试'],
  UNAUTHENTICATED: [401, '请先登录'],
  SESSION_EXPIRED: [401, '登录已过期，请重新登录'],
  FORBIDDEN: [403, '您没有这项操作的权限'],
  NOT_FOUND: [404, '内容不存在或已下架'],
  METHOD_NOT_ALLOWED: [405, '不支持这种操作'],
  BODY_TOO_LARGE: [413, '提交的内容太大'],
  UNSUPPORTED_MEDIA_TYPE: [415, '提交的格式不支持，请用 JSON'],
  RATE_LIMITED: [429, '操作太频繁，请稍后再试'],
  IDEMPOTENCY_KEY_REUSED: [409, '同一个请求号提交了不同的内容'],
  IDEMPOTENCY_IN_PROGRESS: [409, '上一次提交还在处理，请稍后再试'],
  SERVICE_UNAVAILABLE: [503, '服务正忙，请稍后再试'],
  INTERNAL: [500, '服务出了点问题，请稍后再试'],

  WECHAT_CODE_INVALID: [401, '微信登录没有成功，请重新进入小程序'],
  WECHAT_UNAVAILABLE: [503, '暂时连不上微信，请稍后再试'],
  CREDENTIALS_WRONG: [401, '用户名或密码不对'],
  TOTP_REQUIRED: [401, '请输入动态口令'],
  TOTP_WRONG: [401, '动态口令不对或已用过'],
  ACCOUNT_LOCKED: [423, '输错次数过多，账号已锁定 30 分钟'],
  PASSWORD_TOO_WEAK: [400, '密码太简单：至少 12 位，且不能是常见密码'],
  USERNAME_TAKEN: [409, '这个用户名已被使用'],
  ACTIVATION_TOKEN_INVALID: [401, '激活码无效、已使用或已过期'],
  DELETION_ALREADY_REQUESTED: [409, '注销申请已提交'],
  DELETION_NOT_REQUESTED: [409, '没有待办理的注销申请'],

  CIRCLE_UNKNOWN: [400, '没有这个生活圈'],
  DIVISION_UNKNOWN: [400, '没有这个社区或街道'],
  DIVISION_OUT_OF_SCOPE: [403, '这不在您管理的范围内'],

  PLACE_REQUIRED: [400, '请先选择生活圈、社区，或提供位置'],
  LOCATION_OUT_OF_RANGE: [400, '位置不在服务城市范围内，请检查经度和纬度是否写反'],
  FORMAT_UNKNOWN: [400, '没有这个业态'],
  SERVICE_UNKNOWN: [400, '没有这项服务'],
  OUTLET_UNKNOWN: [404, '没有这个网点或已停业'],
  OUTLET_NOT_YOURS: [403, '您不是这家店的成员'],

  COUPON_TEMPLATE_UNKNOWN: [404, '没有这张券或已下架'],
  COUPON_NOT_PUBLISHED: [409, '这张券还没有发放'],
  COUPON_PAUSED: [409, '这张券暂停发放'],
  COUPON_CLAIM_NOT_STARTED: [409, '还没到领取时间'],
  COUPON_CLAIM_ENDED: [409, '领取时间已过'],
  COUPON_SOLD_OUT: [409, '已经领完了'],
  COUPON_CLAIM_LIMIT_REACHED: [409, '您已领过，达到每人上限'],
  COUPON_UNKNOWN: [404, '没有这张券'],
  COUPON_ALREADY_USED: [409, '这张券已经用过了'],
  COUPON_EXPIRED: [409, '这张券已过期'],
  COUPON_NOT_YET_VALID: [409, '这张券还没到使用时间'],
  COUPON_CODE_INVALID: [400, '券码不对，请核对后再试'],
  COUPON_CODE_EXPIRED: [409, '券码已过期，请顾客刷新后再试'],
  COUPON_OUTLET_MISMATCH: [409, '这张券不能在本店使用'],
  COUPON_MIN_SPEND_NOT_MET: [409, '消费金额还不到这张券的使用门槛'],
  REDEMPTION_UNKNOWN: [404, '没有这条核销记录'],
  REDEMPTION_ALREADY_REVERSED: [409, '这次核销已经撤销过了'],
  REDEMPTION_REVERSAL_TOO_LATE: [409, '已超过可撤销的时间'],

  SURVEY_WAVE_UNKNOWN: [404, '没有这次调查'],
  SURVEY_NOT_OPEN: [409, '这次调查不在开放时间内'],
  SURVEY_ALREADY_ANSWERED: [409, '您已经答过这次调查，谢谢'],
  SURVEY_QUESTION_UNKNOWN: [400, '有不属于这次调查的题目'],
  SURVEY_ANSWER_MISSING: [400, '还有必答题没有回答'],
  SURVEY_ANSWER_INVALID: [400, '有一道题的回答不符合题目要求'],
} as const satisfies Record<string, readonly [status: number, text: string]>

export type ErrorCode = keyof typeof errorCodes

/** The body of every refusal. `requestId` is the short number a person can quote. */
export interface ErrorBody {
  code: ErrorCode
  message: string
  details?: unknown
  requestId?: string
}
