import type { Location } from '@yikezhong/shared/http/primitives'
import { checkPack } from './city-pack.checks.js'
import { type PackFileDigest, PackReader } from './city-pack.files.js'
import {
  type Annex5Form,
  annex5FormSchema,
  type BrandRow,
  brandRow,
  type CityManifest,
  type CommunityCentreRow,
  communityCentreRow,
  type DivisionAliasRow,
  type DivisionRow,
  divisionAliasRow,
  divisionRow,
  type HomeEntry,
  homeEntry,
  type LocalReading,
  localReading,
  manifestSchema,
  type PackAccessibility,
  type PackCircle,
  type PackFormat,
  type PackService,
  type PlanTask,
  type Population,
  packAccessibility,
  packCircle,
  packService,
  planTask,
  population,
  type Target,
  type Taxonomy,
  target,
  taxonomySchema,
} from './city-pack.schemas.js'

/** What the files of a pack say, row for row. */
export interface CityPackContent {
  manifest: CityManifest
  divisions: DivisionRow[]
  divisionAliases: DivisionAliasRow[]
  communityCentres: CommunityCentreRow[]
  circles: PackCircle[]
  taxonomies: Taxonomy[]
  services: PackService[]
  accessibility: PackAccessibility[]
  homeEntries: HomeEntry[]
  targets: Target[]
  tasks: PlanTask[]
  annex5Form: Annex5Form
  localReadings: LocalReading[]
  populations: Population[]
  brands: BrandRow[]
  digests: PackFileDigest[]
}

/** 城市包: everything about one city that is data and not code, validated; also what other modules inject. */
export class CityPack {
  private readonly formatsByCode: ReadonlyMap<string, PackFormat>

  constructor(readonly content: CityPackContent) {
    // Oldest first, so the newest wording of a code wins; codes of earlier versions stay readable.
    this.formatsByCode = byCode(content.taxonomies.flatMap((taxonomy) => taxonomy.formats))
  }

  get city(): CityManifest {
    return this.content.manifest
  }

  /** 业态分类 in force on a city day; before the first one, the first. */
  taxonomyOn(day: string): Taxonomy {
    const inForce = this.content.taxonomies.findLast((taxonomy) => taxonomy.validFrom <= day)
    return inForce ?? (this.content.taxonomies[0] as Taxonomy)
  }

  /** A 业态 by code, whichever version it is from. */
  format(code: string): PackFormat | undefined {
    return this.formatsByCode.get(code)
  }

  /** True when a GCJ-02 point lies in the service city's box: catches swapped and foreign coordinates. */
  contains(point: Location): boolean {
    const { west, south, east, north } = this.city.bounds
    return point.lng >= west && point.lng <= east && point.lat >= south && point.lat <= north
  }
}

/** Reads and checks a whole pack; touches nothing else. Throws CityPackError naming file and row. */
export function readCityPack(cityDir: string): CityPack {
  const reader = new PackReader(cityDir)
  const manifest = reader.json('city.json', manifestSchema)
  const { files } = manifest
  const taxonomies = files.formats.map((file) => reader.json(file.path, taxonomySchema))
  const content: CityPackContent = {
    manifest,
    divisions: reader.csv(files.divisions.path, divisionRow),
    divisionAliases: reader.csv(files.divisionAliases.path, divisionAliasRow),
    communityCentres: reader.csv(files.communityCentres.path, communityCentreRow),
    circles: reader.jsonList(files.circles.path, packCircle),
    taxonomies: taxonomies.sort((a, b) => a.validFrom.localeCompare(b.validFrom)),
    services: reader.jsonList(files.services.path, packService),
    accessibility: reader.jsonList(files.accessibility.path, packAccessibility),
    homeEntries: reader.jsonList(files.homeEntries.path, homeEntry),
    targets: reader.jsonList(files.targets.path, target),
    tasks: reader.jsonList(files.tasks.path, planTask),
    annex5Form: reader.json(files.annex5Form.path, annex5FormSchema),
    localReadings: reader.jsonList(files.localReadings.path, localReading),
    populations: reader.jsonList(files.populations.path, population),
    brands: reader.csv(files.brands.path, brandRow),
    digests: reader.digests,
  }
  checkPack(content)
  return new CityPack(content)
}

const byCode = <T extends { code: string }>(rows: T[]) => new Map(rows.map((row) => [row.code, row]))
