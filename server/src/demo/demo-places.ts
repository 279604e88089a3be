import type { Location } from '@yikezhong/shared/http/primitives'
import type { CircleService, CircleView } from '../modules/circle/index.js'
import type { OutletWords } from './demo-files.js'
import type { Dice } from './dice.js'

const METERS_PER_LAT = 111_200
const COMMUNITY_RADIUS = 300
/** Kept free of made-up outlets around a circle's centre that has featured ones, so that those come first. */
const KEEP_CLEAR = 230

export interface DemoPlace {
  communityCode: string
  communityName: string
  subdistrictName: string
  streets: readonly string[]
  centre: Location
  circle: CircleView
}

/** 社区 of the circles, and points and addresses in them. */
export class DemoPlaces {
  readonly all: readonly DemoPlace[]

  constructor(
    circles: CircleService,
    words: OutletWords,
    private readonly dice: Dice,
    private readonly clearCircles: ReadonlySet<string>,
  ) {
    this.all = circles.circles().flatMap((circle) =>
      circle.communities.map(({ code, shortName }): DemoPlace => {
        const subdistrict = circles.division(code.slice(0, 9))
        return {
          communityCode: code,
          communityName: shortName,
          subdistrictName: subdistrict?.name ?? '',
          streets: words.streets[code.slice(0, 9)] ?? [shortName],
          centre: circles.division(code)?.centre ?? circle.centre,
          circle,
        }
      }),
    )
  }

  of(communityCode: string): DemoPlace {
    const place = this.all.find((candidate) => candidate.communityCode === communityCode)
    if (!place) throw new Error(`no circle holds community ${communityCode}`)
    return place
  }

  /** Somewhere in the community, evenly over a disc. */
  pointIn({ centre, circle }: DemoPlace): Location {
    for (;;) {
      const distance = COMMUNITY_RADIUS * Math.sqrt(this.dice.share())
      const angle = 2 * Math.PI * this.dice.share()
      const point = shifted(centre, distance * Math.cos(angle), distance * Math.sin(angle))
      const isClear = !this.clearCircles.has(circle.id) || metersBetween(point, circle.centre) > KEEP_CLEAR
      if (isClear) return point
    }
  }

  address({ subdistrictName, streets }: DemoPlace): string {
    return `${subdistrictName}${this.dice.pick(streets)} ${this.dice.int(1, 180)} 号(示例)`
  }
}

/** A point so many metres to the east and north. */
export function shifted({ lng, lat }: Location, eastMeters: number, northMeters: number): Location {
  const metersPerLng = METERS_PER_LAT * Math.cos((lat * Math.PI) / 180)
  return { lng: rounded(lng + eastMeters / metersPerLng), lat: rounded(lat + northMeters / METERS_PER_LAT) }
}

/** Good enough over a few hundred metres. */
function metersBetween(a: Location, b: Location): number {
  const east = (a.lng - b.lng) * METERS_PER_LAT * Math.cos((b.lat * Math.PI) / 180)
  return Math.hypot(east, (a.lat - b.lat) * METERS_PER_LAT)
}

/** About ten centimetres. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
