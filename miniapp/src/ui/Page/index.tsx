import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, type ReactNode, useEffect, useState } from 'react'
import { chrome } from '@/platform/chrome'
import { useRootClass } from '@/platform/edition'
import { goThere } from '@/platform/go-there'
import { goBack } from '@/platform/navigate'
import { applyRootClass } from '@/platform/root-class'
import { endLoginRequest } from '@/platform/session'
import { Heading } from '../Heading'
import { Icon } from '../Icon'
import { LoginSheet } from '../LoginSheet'
import { MapAppSheet } from '../MapAppSheet'
import { named } from '../named'
import { Pressable } from '../Pressable'
import { Toast } from '../Toast'
import './page.scss'

interface BarProps {
  title?: string
  /** Instead of the title: a picker, a search field. */
  children?: ReactNode
  /** A tab page has nowhere to go back to. */
  back?: boolean
}

/** The bar at the top of a page, clear of WeChat's status bar and capsule. */
export const TitleBar = ({ title, back = true, children }: BarProps) => (
  <View className="yk-bar" style={{ paddingTop: `${chrome.top}px` }} {...named({ role: 'banner' })}>
    <View className="yk-bar__row" style={{ paddingRight: `${chrome.capsuleWidth}px` }}>
      {back && (
        <Pressable className="yk-bar__back" label="返回" onPress={goBack}>
          <Icon name="back" size={24} />
        </Pressable>
      )}
      {children}
      {!children && title && (
        <Heading level={1} className={`yk-bar__title ${back ? '' : 'yk-bar__title--start'}`}>
          {title}
        </Heading>
      )}
    </View>
  </View>
)

interface Props extends PropsWithChildren {
  /** In the bar; only spoken when the page brings its own bar. */
  title?: string
  back?: boolean
  /** Instead of the plain title bar. */
  bar?: ReactNode
  /** A bar of actions that stays at the bottom. */
  footer?: ReactNode
  className?: string
}

const Overlays = () => (
  <>
    <Toast />
    <LoginSheet />
    <MapAppSheet />
  </>
)

/** Pages stay mounted behind the one shown: only that one may open a sheet, and leaving it closes what was asked. */
function useShown(): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => {
    setShown(false)
    endLoginRequest(false)
    goThere(null)
  })
  return shown
}

/** The root of every page: edition, safe areas, title bar, and the sheets any page may open. */
export function Page({ title, back, bar, footer, className = '', children }: Props) {
  const rootClass = useRootClass()
  const shown = useShown()
  useEffect(() => applyRootClass(rootClass), [rootClass])
  return (
    <View className={`yk-page ${rootClass} ${className}`}>
      {bar ?? <TitleBar title={title} back={back} />}
      {bar && title && (
        <Heading level={1} className="yk-spoken">
          {title}
        </Heading>
      )}
      <View className="yk-page__body" {...named({ role: 'main' })}>
        {children}
      </View>
      {footer && <View className="yk-page__footer">{footer}</View>}
      {shown && <Overlays />}
    </View>
  )
}
