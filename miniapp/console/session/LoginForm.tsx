import { loginStaff } from '@yikezhong/shared/identity/identity.contract'
import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ApiError, call } from '@/lib/api-client'
import { type Session, useSession } from './session'

interface Fields {
  username: string
  password: string
  totp?: string
}

interface Props {
  /** Fixed when the same officer comes back to an open page. */
  username?: string
  onDone: (session: Session) => void
}

/** 登录: the dynamic code is asked only of accounts that have one. */
export function LoginForm({ username, onDone }: Props) {
  const { refusal, busy, asksTotp, submit } = useLogin(onDone)
  const totpInput = useRef<InputRef>(null)
  useEffect(() => {
    if (asksTotp) totpInput.current?.focus()
  }, [asksTotp])
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ username }} onFinish={submit}>
      {refusal && <Alert className="form-alert" type="error" showIcon title={refusal.message} role="alert" />}
      <Form.Item label="用户名" name="username" rules={[{ required: true, message: '请输入用户名' }]}>
        <Input autoComplete="username" autoCapitalize="none" maxLength={64} autoFocus={!username} />
      </Form.Item>
      <Form.Item label="密码" name="password" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password autoComplete="current-password" maxLength={200} autoFocus={Boolean(username)} />
      </Form.Item>
      {asksTotp && (
        <Form.Item
          label="动态口令"
          name="totp"
          extra="打开手机上的验证器，输入 6 位数字"
          rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入 6 位数字' }]}
        >
          <Input ref={totpInput} autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        登录
      </Button>
    </Form>
  )
}

function useLogin(onDone: Props['onDone']) {
  const begin = useSession((state) => state.begin)
  const [refusal, setRefusal] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const [asksTotp, setAsksTotp] = useState(false)
  const submit = async (fields: Fields) => {
    setBusy(true)
    setRefusal(undefined)
    try {
      const { token, staff } = await call(loginStaff, { body: fields })
      begin({ token, staff })
      onDone({ token, staff })
    } catch (error) {
      const code = error instanceof ApiError ? error.code : undefined
      if (code === 'TOTP_REQUIRED') setAsksTotp(true)
      else setRefusal(error instanceof Error ? error : new Error('没有登录成功，请再试一次'))
    } finally {
      setBusy(false)
    }
  }
  return { refusal, busy, asksTotp, submit }
}
