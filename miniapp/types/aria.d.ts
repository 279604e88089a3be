import '@tarojs/components'

interface Aria {
  ariaLabel?: string
  /** WXML's role. */
  ariaRole?: string
  /** HTML's role; the H5 build writes it on the element. */
  role?: string
  ariaLevel?: number
}

declare module '@tarojs/components' {
  interface CanvasProps extends Aria {}
  interface ViewProps extends Aria {}
  interface TextProps extends Aria {}
  interface ScrollViewProps extends Aria {}
  interface ImageProps {
    ariaRole?: string
    role?: string
  }
}
