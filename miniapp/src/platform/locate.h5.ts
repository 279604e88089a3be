import type { Location } from '@yikezhong/shared/http/primitives'

/**
 * Asks the browser where it is, once. Null when the person refuses or it cannot tell: the app goes on with the
 * community. Browsers answer in WGS-84, everything here is GCJ-02.
 */
export async function locate(): Promise<Location | null> {
  if (!('geolocation' in navigator)) return null
  const position = await new Promise<GeolocationPosition | null>((resolve) => {
    navigator.geolocation.getCurrentPosition(resolve, () => resolve(null), {
      timeout: 8000,
      maximumAge: 60_000,
    })
  })
  if (!position) return null
  const { default: gcoord } = await import('gcoord')
  const { longitude, latitude } = position.coords
  const [lng, lat] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02) as [number, number]
  return { lng, lat }
}
