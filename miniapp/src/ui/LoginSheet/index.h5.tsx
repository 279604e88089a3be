import { lazy, Suspense } from 'react'
import { useSession } from '@/platform/session'

const LoginDialog = lazy(async () => ({ default: (await import('./LoginDialog')).LoginDialog }))

/** 登录 on the web: as everywhere, but loaded when somebody is asked to log in. */
export function LoginSheet() {
  const request = useSession((state) => state.loginRequest)
  if (!request) return null
  return (
    <Suspense fallback={null}>
      <LoginDialog reason={request.reason} />
    </Suspense>
  )
}
