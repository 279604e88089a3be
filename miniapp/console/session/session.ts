import type { Staff } from '@yikezhong/shared/identity/identity.contract'
import { create } from 'zustand'
import { bindSession } from '@/lib/api-client'

export interface Session {
  token: string
  staff: Staff
}

interface SessionState {
  session: Session | null
  /** The server no longer knows the token: the page stays as it is until the officer has signed in again. */
  expired: boolean
  begin: (session: Session) => void
  expire: () => void
  update: (staff: Partial<Staff>) => void
  end: () => void
}

/** One tab's memory: closing the tab ends the session on this machine. */
const storageKey = 'yk-console-session'

export function readSession(): Session | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null')
    return isSession(stored) ? stored : null
  } catch {
    return null
  }
}

const isSession = (value: unknown): value is Session =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  'staff' in value &&
  typeof value.staff === 'object' &&
  value.staff !== null

function store(session: Session | null) {
  if (session) sessionStorage.setItem(storageKey, JSON.stringify(session))
  else sessionStorage.removeItem(storageKey)
}

/** 当前登录: who works in this tab. */
export const useSession = create<SessionState>()((set, get) => ({
  session: readSession(),
  expired: false,
  begin: (session) => {
    store(session)
    set({ session, expired: false })
  },
  expire: () => {
    if (!get().session) return
    store(null)
    set({ expired: true })
  },
  update: (staff) => {
    const { session } = get()
    if (!session) return
    const updated = { ...session, staff: { ...session.staff, ...staff } }
    store(updated)
    set({ session: updated })
  },
  end: () => {
    store(null)
    set({ session: null, expired: false })
  },
}))

/** The token to send, or null when nobody is signed in or the session has run out. */
export const currentToken = (): string | null => {
  const { session, expired } = useSession.getState()
  return expired ? null : (session?.token ?? null)
}

bindSession({ token: currentToken, expired: () => useSession.getState().expire() })
