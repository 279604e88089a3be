import { claimCoupon } from '@yikezhong/shared/coupon/coupon.contract'
import { confirmTotp, logout } from '@yikezhong/shared/identity/identity.contract'
import { getOutlet, searchOutlets } from '@yikezhong/shared/outlet/outlet.contract'
import { ApiError, bindSession, call, NetworkError, newIdempotencyKey, queryString } from './api-client'
import type { HttpRequest, HttpResponse } from './http-types'

const mockSend = jest.fn<Promise<HttpResponse>, [HttpRequest]>()
jest.mock('./http', () => ({ send: (request: HttpRequest) => mockSend(request) }))

const sent = (n = 0) => mockSend.mock.calls[n]?.[0] as HttpRequest
const answer = (status: number, data: unknown) => mockSend.mockResolvedValueOnce({ status, data })

beforeEach(() => {
  mockSend.mockReset()
  bindSession({ token: () => null, expired: () => {} })
})

it('leaves absent query values out and encodes the rest', () => {
  expect(queryString({ a: undefined, b: null, c: '', d: 0, e: false, f: '修 鞋&' })).toBe(
    '?d=0&e=false&f=%E4%BF%AE%20%E9%9E%8B%26',
  )
  expect(queryString({ a: undefined })).toBe('')
})

it('fills the path and sends no body with a GET', async () => {
  answer(200, { id: '7' })
  await call(getOutlet, { params: { outletId: '7/8' }, query: { lng: 105.7 } })
  expect(sent()).toMatchObject({ url: '/api/v1/outlets/7%2F8?lng=105.7', method: 'GET', body: undefined })
  expect(sent().headers).toEqual({ accept: 'application/json' })
})

it('sends the token and the idempotency key', async () => {
  bindSession({ token: () => 't', expired: () => {} })
  answer(201, {})
  await call(claimCoupon, { params: { templateId: '1' } }, { idempotencyKey: 'k' })
  expect(sent().headers).toMatchObject({ authorization: 'Bearer t', 'idempotency-key': 'k' })
})

it('sends DELETE without a body', async () => {
  answer(200, {})
  await call(logout, {})
  expect(sent()).toMatchObject({ method: 'DELETE', body: undefined })
})

it('turns a refusal into its code, sentence and number', async () => {
  answer(409, { code: 'COUPON_SOLD_OUT', message: '已经领完了', requestId: 'r1' })
  const error = await call(claimCoupon, { params: { templateId: '1' } }).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ code: 'COUPON_SOLD_OUT', message: '已经领完了', requestId: 'r1' })
})

it('treats an answer that is no refusal of ours as a fault', async () => {
  answer(502, undefined)
  await expect(call(searchOutlets, { query: {} })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  answer(500, '<html>')
  await expect(call(searchOutlets, { query: {} })).rejects.toMatchObject({ code: 'INTERNAL' })
})

it('forgets a dead token and asks again without it where none is needed', async () => {
  const expired = jest.fn()
  bindSession({ token: () => 'dead', expired })
  answer(401, { code: 'SESSION_EXPIRED', message: '' })
  answer(200, { items: [] })
  await expect(call(searchOutlets, { query: {} })).resolves.toEqual({ items: [] })
  expect(expired).toHaveBeenCalledTimes(1)
  expect(sent(1).headers.authorization).toBeUndefined()

  answer(401, { code: 'SESSION_EXPIRED', message: '' })
  await expect(call(claimCoupon, { params: { templateId: '1' } })).rejects.toMatchObject({
    code: 'SESSION_EXPIRED',
  })
  expect(mockSend).toHaveBeenCalledTimes(3)
})

it('keeps the session when only a code or password was wrong', async () => {
  const expired = jest.fn()
  bindSession({ token: () => 't', expired })
  answer(401, { code: 'TOTP_WRONG', message: '' })
  await expect(call(confirmTotp, { body: { code: '000000' } })).rejects.toMatchObject({ code: 'TOTP_WRONG' })
  expect(expired).not.toHaveBeenCalled()
})

it('passes a missing network on as it is', async () => {
  mockSend.mockRejectedValueOnce(new NetworkError(true))
  await expect(call(searchOutlets, { query: {} })).rejects.toMatchObject({ timedOut: true })
})

it('makes a new key each time', () => {
  expect(new Set(Array.from({ length: 1000 }, newIdempotencyKey)).size).toBe(1000)
})
