import type { ReactNode } from 'react'
import { useTitle } from './use-title'

interface Props {
  title: string
  children?: ReactNode
  actions?: ReactNode
}

export function PageHead({ title, children, actions }: Props) {
  useTitle(title)
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  )
}
