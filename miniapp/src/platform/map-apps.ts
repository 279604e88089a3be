import type { Location } from '@yikezhong/shared/http/primitives'

export interface Destination {
  name: string
  address: string
  location: Location
}

/** Links that open a map app on the way to a place, GCJ-02 as these services expect. */
export function mapLinks({ name, location: { lng, lat } }: Destination) {
  const title = encodeURIComponent(name)
  return [
    {
      name: '高德地图',
      href: `https://uri.amap.com/navigation?to=${lng},${lat},${title}&mode=walk&coordinate=gaode&callnative=1`,
    },
    {
      name: '腾讯地图',
      href: `https://apis.map.qq.com/uri/v1/routeplan?type=walk&to=${title}&tocoord=${lat},${lng}&referer=yikezhong`,
    },
    {
      name: '百度地图',
      href: `https://api.map.baidu.com/marker?location=${lat},${lng}&title=${title}&content=${title}&coord_type=gcj02&output=html`,
    },
    { name: '手机上的其他地图', href: `geo:${lat},${lng}?q=${lat},${lng}(${title})` },
  ]
}
