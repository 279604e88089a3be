import type { Resident } from '@yikezhong/shared/identity/identity.contract'
import { loginWithWechat, logout } from '@yikezhong/shared/identity/identity.contract'
import { create } from 'zustand'
import { bindSession, call } from '@/lib/api-client'
import { storage } from './storage'

/** Why the person is asked to log in, in the words the sheet shows. */
interface LoginRequest {
  reason: string
  settle: (loggedIn: boolean) => void
}

interface SessionState {
  token: string | null
  resident: Resident | null
  /** Set while the login sheet is open. */
  loginRequest: LoginRequest | null
}

interface Stored {
  token: string
  resident: Resident
}

const stored = storage.get<Stored>('session')

/** 登录状态: the token and who holds it. */
export const useSession = create<SessionState>()(() => ({
  token: stored?.token ?? null,
  resident: stored?.resident ?? null,
  loginRequest: null,
}))

const forgetListeners = new Set<() => void>()

/** Called when the person logs out or the session ends, so that nothing of theirs stays on the device. */
export const onForget = (listener: () => void) => {
  forgetListeners.add(listener)
}

function forget() {
  storage.remove('session')
  useSession.setState({ token: null, resident: null })
  for (const listener of forgetListeners) listener()
}

bindSession({ token: () => useSession.getState().token, expired: forget })

export const keepResident = (resident: Resident) => {
  const { token } = useSession.getState()
  if (!token) return
  storage.set('session', { token, resident })
  useSession.setState({ resident })
}

/** Exchanges a WeChat code for a session. */
export async function login(code: string): Promise<void> {
  const { token, resident } = await call(loginWithWechat, { body: { code } })
  storage.set('session', { token, resident })
  useSession.setState({ token, resident })
  endLoginRequest(true)
}

/** Logs out here at once; the server forgets the token too when it can be reached. */
export async function endSession(): Promise<void> {
  const { token } = useSession.getState()
  if (token) await call(logout, {}).catch(() => {})
  forget()
}

/** Closes the login sheet and answers whoever asked. */
export function endLoginRequest(loggedIn: boolean): void {
  const { loginRequest } = useSession.getState()
  useSession.setState({ loginRequest: null })
  loginRequest?.settle(loggedIn)
}

/** Asks for login at the moment it is needed: true when logged in, false when the person declined. */
export function requireLogin(reason: string): Promise<boolean> {
  const { token, loginRequest } = useSession.getState()
  if (token) return Promise.resolve(true)
  loginRequest?.settle(false)
  return new Promise((settle) => useSession.setState({ loginRequest: { reason, settle } }))
}
