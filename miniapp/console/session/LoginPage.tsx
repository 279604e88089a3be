import { Navigate, useLocation, useNavigate } from 'react-router'
import { EntryCard } from './EntryCard'
import { LoginForm } from './LoginForm'
import { placeAfterLogin } from './place-after-login'
import { useSession } from './session'

export default function LoginPage() {
  const navigate = useNavigate()
  const { state } = useLocation()
  const session = useSession((current) => current.session)
  const place = placeAfterLogin(state)
  if (session) return <Navigate to={place} replace />
  return (
    <EntryCard title="登录管理台" note="供商务部门、区、街道和社区工作人员使用">
      <LoginForm onDone={() => navigate(place, { replace: true })} />
      <p className="entry-foot">没有账号，或忘了密码？请找上级管理员要一个一次性激活码。</p>
    </EntryCard>
  )
}
