import type { KeyboardEvent } from 'react'
import './text-field.scss'
import type { TextFieldProps } from './types'

/** One field with its name; the browser's own input, so that it is labelled itself. */
export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, className = '', autoFocus, maxLength = 200 } = props
  const { numeric, multiline, confirm = 'done', onChange, onConfirm } = props
  const shared = {
    'aria-label': label,
    className: `yk-field ${multiline ? 'yk-field--lines' : ''} ${className}`,
    value,
    placeholder,
    maxLength,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  if (multiline) return <textarea {...shared} rows={4} />
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.(event.currentTarget.value)
  }
  return (
    <input
      {...shared}
      // biome-ignore lint/a11y/noAutofocus: only where the person came to type
      autoFocus={autoFocus}
      type="text"
      autoComplete="off"
      inputMode={numeric ? 'numeric' : confirm === 'search' ? 'search' : 'text'}
      enterKeyHint={confirm}
      onKeyDown={handleKey}
    />
  )
}
