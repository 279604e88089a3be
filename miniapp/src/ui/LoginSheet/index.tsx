import { useSession } from '@/platform/session'
import { LoginDialog } from './LoginDialog'

/** 登录: opens when `requireLogin` asks, says why, and goes away. Every page has one. */
export function LoginSheet() {
  const request = useSession((state) => state.loginRequest)
  return request && <LoginDialog reason={request.reason} />
}
