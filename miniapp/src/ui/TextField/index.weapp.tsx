import { Input, Textarea } from '@tarojs/components'
import './text-field.scss'
import type { TextFieldProps } from './types'

/** One field with its name. */
export function TextField(props: TextFieldProps) {
  const { label, value, placeholder, className = '', autoFocus, maxLength = 200 } = props
  const { numeric, multiline, confirm = 'done', onChange, onConfirm } = props
  const shared = {
    ariaLabel: label,
    value,
    placeholder,
    placeholderClass: 'yk-field__hint',
    maxlength: maxLength,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  if (multiline)
    return <Textarea {...shared} autoHeight className={`yk-field yk-field--lines ${className}`} />
  return (
    <Input
      {...shared}
      className={`yk-field ${className}`}
      focus={autoFocus}
      type={numeric ? 'number' : 'text'}
      confirmType={confirm}
      onConfirm={(event) => onConfirm?.(event.detail.value)}
    />
  )
}
