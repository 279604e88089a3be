import { useMutation, useQueryClient } from '@tanstack/react-query'
import { confirmTotp, type Staff, startTotp } from '@yikezhong/shared/identity/identity.contract'
import { Alert, App, Button, Card, Form, Input, Typography } from 'antd'
import { useId } from 'react'
import { encode } from 'uqr'
import { call } from '@/lib/api-client'
import { useSession } from './session'

/** 绑定动态口令: scan, then prove the phone knows it; only then does the server ask for it. */
export function TotpBinding({ staff }: { staff: Pick<Staff, 'totpEnabled'> }) {
  const heading = useId()
  const start = useMutation({ mutationFn: () => call(startTotp, {}) })
  return (
    <Card className="totp" aria-labelledby={heading}>
      <h2 id={heading}>动态口令</h2>
      <p className="muted">登录时除密码外，再输一次手机上的 6 位数字。密码泄露时，别人也进不来。</p>
      {start.error && <Alert type="error" showIcon title={start.error.message} role="alert" />}
      {start.data ? (
        <Confirm secret={start.data.secret} uri={start.data.uri} onDone={() => start.reset()} />
      ) : (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
          {staff.totpEnabled ? '换一部手机绑定' : '开始绑定'}
        </Button>
      )}
    </Card>
  )
}

interface ConfirmProps {
  secret: string
  uri: string
  onDone: () => void
}

function Confirm({ secret, uri, onDone }: ConfirmProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const update = useSession((state) => state.update)
  const confirmation = useMutation({
    mutationFn: (fields: { code: string }) => call(confirmTotp, { body: fields }),
    onSuccess: () => {
      update({ totpEnabled: true })
      void queries.invalidateQueries()
      void message.success('动态口令已绑定，下次登录起使用')
      onDone()
    },
  })
  return (
    <div className="totp-steps">
      <QrCode text={uri} />
      <div>
        <p>1. 用验证器(如腾讯身份验证器)扫这个码；扫不了就手动输入密钥：</p>
        <Typography.Paragraph code copyable={{ text: secret, tooltips: ['复制密钥', '已复制'] }}>
          {secret.replace(/(.{4})/g, '$1 ').trim()}
        </Typography.Paragraph>
        <p>2. 输入验证器上显示的 6 位数字：</p>
        <Form layout="inline" onFinish={(fields: { code: string }) => confirmation.mutate(fields)}>
          <Form.Item name="code" rules={[{ required: true, pattern: /^\d{6}$/, message: '请输入 6 位数字' }]}>
            <Input aria-label="6 位动态口令" inputMode="numeric" maxLength={6} autoComplete="one-time-code" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={confirmation.isPending}>
            确认绑定
          </Button>
        </Form>
        {confirmation.error && (
          <Alert type="error" showIcon title={confirmation.error.message} role="alert" />
        )}
      </div>
    </div>
  )
}

/** One path for all dark modules, so a code of any size is a single element. */
function qrPath(modules: boolean[][]): string {
  return modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .filter(Boolean)
    .join('')
}

function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 2 })
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="动态口令二维码">
      <path d={qrPath(data)} fill="currentColor" shapeRendering="crispEdges" />
    </svg>
  )
}
