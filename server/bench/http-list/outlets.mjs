/** The middle of 光明巷社区, around which the outlets lie. */
export const centre = { lng: 105.7276, lat: 34.5829 }

const formats = [
  'breakfast',
  'pharmacy',
  'repair',
  'convenience-store',
  'fresh-grocery',
  'housekeeping',
  'dining',
]
const names = ['李记', '光明', '惠民', '老字号', '天水人家', '藉河', '巷口', '平价', '新华', '向阳']
const kinds = ['早餐店', '大药房', '修鞋铺', '便利店', '鲜菜店', '家政服务部', '呱呱面皮']
const mornings = [{ from: '06:30', to: '10:30' }]
const allDay = [
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '21:30' },
]

/** 600 outlets within about a kilometre, the same in every run. */
export function outletsAround(/** @type {string} */ merchantId) {
  let state = 20_231_122
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: 600 }, (_, at) => {
    const kind = at % kinds.length
    const days = kind === 0 ? mornings : allDay
    return {
      merchantId,
      name: `${names[at % names.length]}${kinds[kind]}`,
      formatCode: formats[kind] ?? 'dining',
      communityCode: '620502001002',
      location: { lng: centre.lng + (next() - 0.5) * 0.02, lat: centre.lat + (next() - 0.5) * 0.016 },
      address: `大城街道光明巷 ${at + 1} 号`,
      phone: `0938-82${String(10_000 + at)}`,
      hours: Array.from({ length: 7 }, () => days),
      priceNote: '人均 8 元',
      services: at % 3 === 0 ? ['printing', 'parcel-agent'] : [],
      access: at % 2 === 0 ? [{ code: 'ramp', state: /** @type {const} */ ('yes') }] : [],
      lastConfirmedOn: '2026-11-01',
      lastConfirmedBy: /** @type {const} */ ('visit'),
    }
  })
}
