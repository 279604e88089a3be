import { Button, Empty, Result } from 'antd'
import type { ReactNode } from 'react'
import { refusalOf } from '../api/refusal'
import { Icon } from './Icon'

interface ErrorBlockProps {
  error: unknown
  onRetry?: () => void
  compact?: boolean
}

/** Trying again cannot help these: the sentence itself says what to do. */
const final = new Set(['DIVISION_OUT_OF_SCOPE', 'FORBIDDEN', 'NOT_FOUND', 'OUTLET_UNKNOWN', 'CIRCLE_UNKNOWN'])

/** What happened, 重试, and the short number to quote. */
export function ErrorBlock({ error, onRetry, compact }: ErrorBlockProps) {
  const { code, message, number } = refusalOf(error)
  // the sign-in over the page says it, and the page reads again after it
  if (code === 'SESSION_EXPIRED') return null
  const outOfScope = code === 'DIVISION_OUT_OF_SCOPE' || code === 'FORBIDDEN'
  return (
    <Result
      className={compact ? 'state-block compact' : 'state-block'}
      status={outOfScope ? 'warning' : 'error'}
      title={message}
      subTitle={
        outOfScope ? '您的账号只能看到本级和下级的数据。需要时请找上级管理员。' : number && `编号 ${number}`
      }
      extra={
        onRetry &&
        !(code && final.has(code)) && (
          <Button type="primary" icon={<Icon name="retry" size={16} />} onClick={onRetry}>
            重试
          </Button>
        )
      }
      role="alert"
    />
  )
}

interface EmptyBlockProps {
  title: string
  /** What to do next. */
  children?: ReactNode
}

export const EmptyBlock = ({ title, children }: EmptyBlockProps) => (
  <Empty className="state-block" image={Empty.PRESENTED_IMAGE_SIMPLE} description={title}>
    {children}
  </Empty>
)
