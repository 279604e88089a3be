import type { Format } from '@yikezhong/shared/outlet/outlet.contract'

const unknown: Pick<Format, 'glyph' | 'seq' | 'tier' | 'name'> = {
  glyph: 'dots',
  seq: 0,
  tier: 'basic',
  name: '其他',
}

export type FormatLook = (code: string) => Pick<Format, 'glyph' | 'seq' | 'tier' | 'name'>

export const lookIn =
  (formats: ReadonlyMap<string, Format> | undefined): FormatLook =>
  (code) =>
    formats?.get(code) ?? unknown
