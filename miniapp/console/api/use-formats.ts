import { type Format, listFormats } from '@yikezhong/shared/outlet/outlet.contract'
import { useMemo } from 'react'
import { useEndpoint } from './use-endpoint'

/** 业态 of the city pack, by code and by tier. */
export function useFormats() {
  const { data } = useEndpoint(listFormats, {})
  return useMemo(() => {
    const formats: Format[] = data?.formats ?? []
    return {
      formats,
      byCode: new Map(formats.map((format) => [format.code, format])),
      basic: formats.filter(({ tier }) => tier === 'basic'),
      quality: formats.filter(({ tier }) => tier === 'quality'),
    }
  }, [data])
}

/** The choices of a format picker, under the two tiers of the plan. */
export function useFormatOptions() {
  const { basic, quality } = useFormats()
  const options = (formats: Format[]) => formats.map(({ code, name }) => ({ value: code, label: name }))
  return [
    { label: '基本保障类', options: options(basic) },
    { label: '品质提升类', options: options(quality) },
  ]
}
