import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError } from '@/lib/api-client'
import { endLoginRequest, login } from '@/platform/session'
import { wechatCode } from '@/platform/wechat-code'
import { Button } from '../Button'
import './login-sheet.scss'
import { named } from '../named'
import { Sheet } from '../Sheet'
import { TextField } from '../TextField'

const sentence = (error: unknown) => (error instanceof ApiError ? error.message : '没有连上网络，请稍后再试')

function useLogin() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const enter = async (typed: string) => {
    setBusy(true)
    setProblem(null)
    try {
      await login(wechatCode ? await wechatCode() : typed.trim())
    } catch (error) {
      setProblem(sentence(error))
      setBusy(false)
    }
  }
  return { busy, problem, enter }
}

function LoginForm({ reason }: { reason: string }) {
  const [code, setCode] = useState('')
  const { busy, problem, enter } = useLogin()
  const submit = () => {
    if (!busy && (wechatCode || code.trim())) void enter(code)
  }
  return (
    <View className="yk-login">
      <View className="yk-login__reason">{reason}</View>
      {!wechatCode && (
        <>
          <TextField
            label="微信登录码"
            placeholder="微信登录码"
            className="yk-field--box"
            value={code}
            maxLength={128}
            autoFocus
            onChange={setCode}
            onConfirm={submit}
          />
          <View className="yk-login__hint">
            演示环境用演示登录码，写在说明文件里；平时请在微信小程序里用。
          </View>
        </>
      )}
      {problem && (
        <View className="yk-login__problem" {...named({ role: 'alert' })}>
          {problem}
        </View>
      )}
      <Button
        full
        text={busy ? '登录中…' : wechatCode ? '微信登录' : '登录'}
        disabled={busy}
        onPress={submit}
      />
      <View className="yk-login__hint">只认出您是谁，不取手机号和头像。</View>
    </View>
  )
}

/** The sheet that says why a login is needed. */
export const LoginDialog = ({ reason }: { reason: string }) => (
  <Sheet title="登录后继续" onClose={() => endLoginRequest(false)}>
    <LoginForm reason={reason} />
  </Sheet>
)
