import type { ReactNode } from 'react'
import { Mark } from '../shell/Mark'
import { useTitle } from '../ui/use-title'

interface Props {
  title: string
  note: string
  children: ReactNode
}

/** The page before the shell: sign in, activate. */
export function EntryCard({ title, note, children }: Props) {
  useTitle(title)
  return (
    <main className="entry">
      <div className="entry-card">
        <div className="entry-brand">
          <Mark size={28} />
          <b>一刻钟</b>
          <span>便民生活圈管理台</span>
        </div>
        <h1>{title}</h1>
        <p className="entry-note">{note}</p>
        {children}
      </div>
    </main>
  )
}
