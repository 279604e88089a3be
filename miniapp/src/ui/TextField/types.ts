export interface TextFieldProps {
  label: string
  value: string
  placeholder?: string
  className?: string
  autoFocus?: boolean
  maxLength?: number
  /** Digits only, with the number keyboard. */
  numeric?: boolean
  /** Several lines, growing with the text. */
  multiline?: boolean
  /** The word on the keyboard's return key. */
  confirm?: 'search' | 'done'
  onChange: (value: string) => void
  onConfirm?: (value: string) => void
}
