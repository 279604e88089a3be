import type { ThemeConfig } from 'antd'
import { seconds, type Tokens, token } from './tokens'

/** Console sizes of the design: 20 page title, 24 stat, 14 body, 12 notes; the phone scale does not apply here. */
const sizes = {
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  fontSizeHeading3: 20,
  borderRadius: 8,
  borderRadiusLG: 10,
  borderRadiusSM: 6,
  controlHeight: 32,
}

/** Ant Design's theme, made from the token file while the console is built: no colour is written twice. */
export function antdTheme(tokens: Tokens): ThemeConfig {
  const of = (name: string) => token(tokens, name)
  return {
    token: { ...colours(of), ...sizes, fontFamily: of('font'), ...motion(of), boxShadowTertiary: 'none' },
    components: components(of),
  }
}

type Read = (name: string) => string

const colours = (of: Read) => ({
  colorPrimary: of('primary-600'),
  colorPrimaryBg: of('primary-50'),
  colorPrimaryBgHover: of('primary-100'),
  colorInfo: of('info'),
  colorInfoBg: of('info-bg'),
  colorSuccessBg: of('success-bg'),
  colorWarningBg: of('warning-bg'),
  colorErrorBg: of('danger-bg'),
  colorLink: of('link'),
  colorLinkHover: of('primary-700'),
  colorSuccess: of('success'),
  colorWarning: of('warning'),
  colorError: of('danger'),
  colorText: of('text-1'),
  colorTextSecondary: of('text-2'),
  colorTextTertiary: of('text-3'),
  colorTextDescription: of('text-2'),
  colorTextPlaceholder: of('text-3'),
  colorTextDisabled: of('text-disabled'),
  colorBgLayout: of('canvas'),
  colorBgContainer: of('surface'),
  colorBorder: of('line-strong'),
  colorBorderSecondary: of('line'),
  colorBgMask: of('scrim'),
})

const motion = (of: Read) => ({
  motionDurationFast: seconds(of('t-fast')),
  motionDurationMid: seconds(of('t-base')),
  motionDurationSlow: seconds(of('t-slow')),
})

const components = (of: Read): ThemeConfig['components'] => ({
  Button: {
    defaultBorderColor: of('handle'),
    defaultColor: of('text-1'),
    defaultShadow: 'none',
    primaryShadow: 'none',
  },
  Checkbox: { borderRadiusSM: 4 },
  Layout: { headerBg: of('surface'), headerHeight: 52, siderBg: of('surface') },
  Menu: {
    itemHeight: 38,
    itemBorderRadius: 8,
    itemColor: of('text-2'),
    itemSelectedBg: of('primary-50'),
    itemSelectedColor: of('primary-700'),
  },
  Table: {
    headerBg: of('surface'),
    headerColor: of('text-3'),
    cellPaddingBlock: 10,
    headerSplitColor: 'transparent',
    cellFontSize: 13,
    cellFontSizeMD: 13,
    cellFontSizeSM: 13,
    rowHoverBg: of('surface-sunken'),
    rowSelectedBg: of('primary-50'),
    rowSelectedHoverBg: of('primary-50'),
  },
  Segmented: { trackBg: of('skeleton'), itemColor: of('text-2'), itemSelectedColor: of('primary-700') },
})
