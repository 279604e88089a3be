export interface Name {
  label?: string
  role?:
    | 'heading'
    | 'img'
    | 'group'
    | 'list'
    | 'listitem'
    | 'status'
    | 'alert'
    | 'dialog'
    | 'radiogroup'
    | 'tablist'
    | 'progressbar'
    | 'main'
    | 'banner'
  /** Of a heading. */
  level?: 1 | 2 | 3
}
