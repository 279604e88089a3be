import type { OutletStatus } from '@yikezhong/shared/outlet/outlet.contract'
import { cityDay } from '@yikezhong/shared/time/city-day'
import type { NewOutlet } from '../modules/outlet/index.js'
import type { FeaturedOutlet, FormatWords, OutletWords } from './demo-files.js'
import { type DemoPlace, type DemoPlaces, shifted } from './demo-places.js'
import type { Dice } from './dice.js'

const DAY_MS = 86_400_000

/** An outlet and the name of the merchant that runs it: a chain's name, or the outlet's own. */
export interface DemoOutlet extends Omit<NewOutlet, 'merchantId'> {
  merchantName: string
}

/** 示例网点: invented from word lists; none of them claims to exist. */
export class DemoOutlets {
  private readonly names = new Set<string>()
  private phones = 0

  constructor(
    private readonly words: OutletWords,
    private readonly places: DemoPlaces,
    private readonly dice: Dice,
    private readonly now: Date,
  ) {}

  /** The featured ones first, in their order. */
  make(featured: readonly FeaturedOutlet[]): DemoOutlet[] {
    return [
      ...featured.map((outlet) => this.featured(outlet)),
      ...this.words.formats.flatMap((format) => this.ofFormat(format)),
    ]
  }

  private featured(outlet: FeaturedOutlet): DemoOutlet {
    const { fromCircleCentre, confirmedDaysAgo, confirmedBy, pricesDaysAgo, hours, ...rest } = outlet
    const place = this.places.of(outlet.communityCode)
    this.names.add(outlet.name)
    return {
      ...rest,
      merchantName: outlet.name,
      location: fromCircleCentre
        ? shifted(place.circle.centre, fromCircleCentre.eastMeters, fromCircleCentre.northMeters)
        : this.places.pointIn(place),
      phone: this.phone(),
      hours: this.week(hours),
      pricesUpdatedOn: pricesDaysAgo === undefined ? null : this.daysAgo(pricesDaysAgo),
      lastConfirmedOn: this.daysAgo(confirmedDaysAgo),
      lastConfirmedBy: confirmedBy,
      isDemo: true,
    }
  }

  /** Dealt out over the communities in turn, so every format reaches most circles. */
  private ofFormat(format: FormatWords): DemoOutlet[] {
    const places = this.dice.shuffle(this.places.all)
    return Array.from({ length: format.count }, (_, at) =>
      this.madeUp(format, places[at % places.length] as DemoPlace),
    )
  }

  private madeUp(format: FormatWords, place: DemoPlace): DemoOutlet {
    const isChain = this.dice.chance(format.chainShare)
    const { name, merchantName } = isChain ? this.chainName(format, place) : this.ownName(format)
    return {
      name,
      merchantName,
      isChain,
      formatCode: format.formatCode,
      communityCode: place.communityCode,
      location: this.places.pointIn(place),
      address: this.places.address(place),
      status: this.status(),
      phone: this.dice.chance(0.85) ? this.phone() : null,
      hours: this.dice.chance(0.92) ? this.week(this.dice.pick(format.hours)) : null,
      services: this.dice.some(format.services, 0.35),
      access: this.access(),
      ...this.prices(format),
      ...this.confirmation(),
      isDemo: true,
    }
  }

  private chainName({ chains }: FormatWords, { communityName }: DemoPlace) {
    const merchantName = this.dice.pick(chains)
    const branch = communityName.replace(/社区$/, '')
    const name = this.unused(
      (attempt) => `${merchantName}(${branch}${attempt > 0 ? ordinal(attempt) : ''}店)`,
    )
    return { name, merchantName }
  }

  private ownName({ heads = this.words.heads, tails }: FormatWords) {
    const name = this.unused(() => `${this.dice.pick(heads)}${this.dice.pick(tails)}`)
    return { name, merchantName: name }
  }

  private unused(draw: (attempt: number) => string): string {
    for (let attempt = 0; attempt < 1000; attempt++) {
      const name = draw(attempt)
      if (this.names.has(name)) continue
      this.names.add(name)
      return name
    }
    throw new Error('the word lists are too short for so many outlets')
  }

  private status(): OutletStatus {
    const rare: OutletStatus[] = ['suspended', 'suspended', 'closed', 'moved', 'unverified']
    return this.dice.chance(0.05) ? this.dice.pick(rare) : 'operating'
  }

  private access(): NewOutlet['access'] {
    if (!this.dice.chance(0.45)) return []
    const codes = this.dice.some(
      ['ramp', 'wheelchair-aisle', 'toilet-grab-bar', 'braille-or-voice-menu'],
      0.5,
    )
    return codes.map((code) => ({
      code,
      state: this.dice.chance(code === 'ramp' ? 0.7 : 0.4) ? 'yes' : 'no',
    }))
  }

  /** A third show their prices, each a little above or below the usual. */
  private prices({ prices }: FormatWords): Pick<NewOutlet, 'priceItems' | 'priceNote' | 'pricesUpdatedOn'> {
    if (!this.dice.chance(1 / 3)) return {}
    const priceItems = prices.map((item) => ({ ...item, priceFen: this.varied(item.priceFen) }))
    const first = priceItems[0]
    return {
      priceItems,
      priceNote: first ? `${first.name} ${first.priceFen / 100} 元` : null,
      pricesUpdatedOn: this.daysAgo(this.dice.int(0, 60)),
    }
  }

  private varied(priceFen: number): number {
    const step = priceFen >= 1000 ? 100 : 10
    return Math.max(step, Math.round((priceFen * (0.85 + 0.3 * this.dice.share())) / step) * step)
  }

  /** 新鲜度: most were confirmed within a month, some within three, some longer ago, a few never. */
  private confirmation(): Pick<NewOutlet, 'lastConfirmedOn' | 'lastConfirmedBy'> {
    const drawn = this.dice.share()
    if (drawn > 0.92) return {}
    const [low, high] = drawn < 0.55 ? [0, 29] : drawn < 0.8 ? [32, 88] : [95, 320]
    return {
      lastConfirmedOn: this.daysAgo(this.dice.int(low, high)),
      lastConfirmedBy: this.dice.pick(['redemption', 'resident', 'merchant', 'visit'] as const),
    }
  }

  private week(name: string) {
    const week = this.words.hours[name]
    if (!week) throw new Error(`no hours called ${name}`)
    return week
  }

  /** 0938-000 is nobody's exchange: these numbers reach no one. */
  private phone(): string {
    return `0938-000 ${String(this.phones++).padStart(4, '0')}`
  }

  private daysAgo(days: number): string {
    return cityDay(new Date(this.now.getTime() - days * DAY_MS))
  }
}

const ordinal = (attempt: number) => '二三四五六七八九十'[attempt - 1] ?? String(attempt + 1)
