import { getStaffMe, loginStaff, type Staff } from '@yikezhong/shared/identity/identity.contract'
import { call } from '@/lib/api-client'
import type { HttpRequest, HttpResponse } from '@/lib/http-types'
import { placeAfterLogin } from './place-after-login'
import { currentToken, readSession, useSession } from './session'

const mockSend = jest.fn<Promise<HttpResponse>, [HttpRequest]>()
jest.mock('@/lib/http', () => ({ send: (request: HttpRequest) => mockSend(request) }))

const staff: Staff = {
  id: '5',
  username: 'wang',
  displayName: '王科长',
  role: 'city',
  divisionCode: '6205',
  divisionName: '天水市',
  totpEnabled: false,
  isDemo: true,
}
const state = () => useSession.getState()
const answer = (status: number, data: unknown) => mockSend.mockResolvedValueOnce({ status, data })

beforeEach(() => {
  mockSend.mockReset()
  state().end()
  state().begin({ token: 'token-of-wang', staff })
})

it('lives as long as the tab and is sent with every request', async () => {
  expect(readSession()).toEqual({ token: 'token-of-wang', staff })
  answer(200, staff)
  await call(getStaffMe, {})
  expect(mockSend.mock.calls[0]?.[0].headers.authorization).toBe('Bearer token-of-wang')
})

it('asks to sign in again when the server forgot the session, and still knows who it was', async () => {
  answer(401, { code: 'SESSION_EXPIRED', message: '登录已过期，请重新登录' })
  await expect(call(getStaffMe, {})).rejects.toMatchObject({ code: 'SESSION_EXPIRED' })
  expect(state()).toMatchObject({ expired: true, session: { staff: { username: 'wang' } } })
  expect(currentToken()).toBeNull()
  expect(readSession()).toBeNull()
})

it('sends no dead token with the new login', async () => {
  state().expire()
  answer(401, { code: 'CREDENTIALS_WRONG', message: '用户名或密码不对' })
  const login = call(loginStaff, { body: { username: 'wang', password: 'x' } })
  await expect(login).rejects.toMatchObject({ code: 'CREDENTIALS_WRONG' })
  expect(mockSend.mock.calls[0]?.[0].headers.authorization).toBeUndefined()
  state().begin({ token: 'new', staff })
  expect(state().expired).toBe(false)
  expect(currentToken()).toBe('new')
})

it('is over at once when the officer signs out', () => {
  state().end()
  expect(state()).toMatchObject({ session: null, expired: false })
  state().expire()
  expect(state().expired).toBe(false)
})

it('takes nothing strange from the browser', () => {
  sessionStorage.setItem('yk-console-session', '{"token":7}')
  expect(readSession()).toBeNull()
  sessionStorage.setItem('yk-console-session', 'not json')
  expect(readSession()).toBeNull()
})

it('returns to the page that was asked for, and never to another site', () => {
  expect(placeAfterLogin({ from: '/satisfaction?wave=9&circle=1' })).toBe('/satisfaction?wave=9&circle=1')
  for (const from of ['https://evil.example', '//evil.example', '/\\evil.example', 7, null])
    expect(placeAfterLogin({ from })).toBe('/')
  expect(placeAfterLogin(null)).toBe('/')
})
