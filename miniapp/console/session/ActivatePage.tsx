import { useMutation } from '@tanstack/react-query'
import { activateStaff } from '@yikezhong/shared/identity/identity.contract'
import { Alert, Button, Form, Input, Result } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { call } from '@/lib/api-client'
import { EntryCard } from './EntryCard'

interface Fields {
  token: string
  username: string
  password: string
  again: string
}

const rules = {
  token: [{ required: true, message: '请输入激活码' }],
  username: [
    {
      required: true,
      pattern: /^[a-z][a-z0-9._-]{2,31}$/,
      message: '3–32 位：小写字母开头，可用数字、点、横线、下划线',
    },
  ],
  password: [{ required: true, min: 12, message: '至少 12 位，可以用一句话' }],
}

/** 激活: makes an account out of a one-time token, once. */
export default function ActivatePage() {
  const [search] = useSearchParams()
  const activation = useMutation({
    mutationFn: ({ token, username, password }: Fields) =>
      call(activateStaff, { body: { token: token.trim(), username, password } }),
  })
  if (activation.data) return <Activated username={activation.data.username} />
  return (
    <EntryCard title="激活账号" note="激活码只能用一次。设好用户名和密码，以后用它们登录。">
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ token: search.get('token') ?? undefined }}
        onFinish={(fields) => activation.mutate(fields)}
      >
        {activation.error && (
          <Alert className="form-alert" type="error" showIcon title={activation.error.message} role="alert" />
        )}
        <ActivationFields />
        <Button type="primary" htmlType="submit" size="large" block loading={activation.isPending}>
          激活
        </Button>
      </Form>
      <p className="entry-foot">
        已经有账号？<Link to="/login">去登录</Link>
      </p>
    </EntryCard>
  )
}

const ActivationFields = () => (
  <>
    <Form.Item label="激活码" name="token" rules={rules.token}>
      <Input autoComplete="off" maxLength={200} />
    </Form.Item>
    <Form.Item label="用户名" name="username" rules={rules.username}>
      <Input autoComplete="username" autoCapitalize="none" maxLength={32} />
    </Form.Item>
    <Form.Item label="密码" name="password" extra="至少 12 位，不能是常见密码" rules={rules.password}>
      <Input.Password autoComplete="new-password" maxLength={200} />
    </Form.Item>
    <Form.Item
      label="再输一遍密码"
      name="again"
      dependencies={['password']}
      rules={[
        { required: true, message: '请再输一遍密码' },
        ({ getFieldValue }) => ({
          validator: (_, value) =>
            !value || value === getFieldValue('password')
              ? Promise.resolve()
              : Promise.reject(new Error('两次输入的密码不一样')),
        }),
      ]}
    >
      <Input.Password autoComplete="new-password" maxLength={200} />
    </Form.Item>
  </>
)

const Activated = ({ username }: { username: string }) => (
  <EntryCard title="账号已激活" note={`用户名 ${username}`}>
    <Result
      status="success"
      title="可以登录了"
      subTitle="登录后建议先绑定动态口令。"
      extra={
        <Link to="/login">
          <Button type="primary">去登录</Button>
        </Link>
      }
    />
  </EntryCard>
)
