import type { ResponseOf } from '@yikezhong/shared/http/endpoint'
import type { Format, listFormats } from '@yikezhong/shared/outlet/outlet.contract'

type Formats = ResponseOf<typeof listFormats>

/** The taxonomy by code. */
export interface Taxonomy {
  formats: ReadonlyMap<string, Format>
  serviceNames: ReadonlyMap<string, string>
  accessNames: ReadonlyMap<string, string>
  entries: Formats['entries']
  list: Format[]
  services: Formats['services']
}

const byCode = (items: readonly { code: string; name: string }[]) =>
  new Map(items.map(({ code, name }) => [code, name]))

export const indexTaxonomy = (formats: Formats): Taxonomy => ({
  formats: new Map(formats.formats.map((format) => [format.code, format])),
  serviceNames: byCode(formats.services),
  accessNames: byCode(formats.accessibility),
  entries: formats.entries,
  list: formats.formats,
  services: formats.services,
})
