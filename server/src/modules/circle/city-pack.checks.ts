import { CityPackError } from './city-pack.files.js'
import type { CityPackContent } from './city-pack.js'
import type { DivisionRow } from './city-pack.schemas.js'

const levelDigits = { city: 4, district: 6, subdistrict: 9, community: 12 } as const
const firstCsvRow = 2
const firstJsonRow = 1

/** What one file cannot know by itself: codes that must exist elsewhere, names that must not clash. */
export function checkPack(content: CityPackContent): void {
  checkDivisions(content)
  checkAliases(content)
  checkCentres(content)
  checkCircles(content)
  checkTaxonomies(content)
  checkCodes(content)
  checkAnnex5(content)
}

type Refuse = (index: number, problem: string) => never

const refuser =
  (file: string, firstRow: number): Refuse =>
  (index, problem) => {
    throw new CityPackError(file, index + firstRow, problem)
  }

function eachOnce<T>(rows: readonly T[], key: (row: T) => string | number, refuse: Refuse): void {
  const seen = new Set<string | number>()
  rows.forEach((row, index) => {
    if (seen.has(key(row))) refuse(index, `${key(row)} stands here a second time`)
    seen.add(key(row))
  })
}

const divisionsByCode = (content: CityPackContent) =>
  new Map<string, DivisionRow>(content.divisions.map((division) => [division.code, division]))

function checkDivisions(content: CityPackContent): void {
  const refuse = refuser(content.manifest.files.divisions.path, firstCsvRow)
  const divisions = divisionsByCode(content)
  eachOnce(content.divisions, (division) => division.code, refuse)
  content.divisions.forEach((division, index) => {
    if (division.code.length !== levelDigits[division.level])
      refuse(
        index,
        `a ${division.level} has a code of ${levelDigits[division.level]} digits, not ${division.code}`,
      )
    if (division.validUntil !== null && division.validUntil <= division.validFrom)
      refuse(index, 'validUntil must come after validFrom')
    checkParent(division, divisions, (problem) => refuse(index, problem))
  })
  const city = divisions.get(content.manifest.code)
  if (city?.level !== 'city')
    throw new CityPackError('city.json', null, `${content.manifest.code} is not a city in the divisions`)
}

function checkParent(
  division: DivisionRow,
  divisions: ReadonlyMap<string, DivisionRow>,
  refuse: (problem: string) => never,
): void {
  if (division.level === 'city') {
    if (division.parentCode !== null) refuse('a city has no parent')
    return
  }
  const parent = divisions.get(division.parentCode ?? '')
  if (!parent) refuse(`parent ${division.parentCode} is not in the table`)
  const levels = Object.keys(levelDigits)
  const isOneAbove = levels.indexOf(parent.level) === levels.indexOf(division.level) - 1
  // Scope tests everywhere rely on this: a code starts with the codes of the divisions above it.
  if (!isOneAbove || !division.code.startsWith(parent.code))
    refuse(`${parent.code} (${parent.level}) cannot be the parent of ${division.code} (${division.level})`)
}

/** An alias that is also somebody's name would turn a wrong guess into a silent match. */
function checkAliases(content: CityPackContent): void {
  const refuse = refuser(content.manifest.files.divisionAliases.path, firstCsvRow)
  const divisions = divisionsByCode(content)
  const names = new Set(content.divisions.flatMap((division) => [division.name, division.shortName]))
  eachOnce(content.divisionAliases, (row) => row.alias, refuse)
  content.divisionAliases.forEach((row, index) => {
    if (!divisions.has(row.code)) refuse(index, `${row.code} is not in the divisions`)
    if (names.has(row.alias)) refuse(index, `${row.alias} is already the name of a division`)
  })
}

function checkCentres(content: CityPackContent): void {
  const { west, south, east, north } = content.manifest.bounds
  const outside = (point: { lng: number; lat: number }) =>
    !(point.lng >= west && point.lng <= east && point.lat >= south && point.lat <= north)
  if (outside(content.manifest.centre))
    throw new CityPackError('city.json', null, 'centre is outside the bounds')

  const refuse = refuser(content.manifest.files.communityCentres.path, firstCsvRow)
  const divisions = divisionsByCode(content)
  eachOnce(content.communityCentres, (row) => row.code, refuse)
  content.communityCentres.forEach((row, index) => {
    if (divisions.get(row.code)?.level !== 'community') refuse(index, `${row.code} is not a community`)
    if (outside(row)) refuse(index, `${row.lng},${row.lat} is outside the city's bounds`)
  })
  const refuseCircle = refuser(content.manifest.files.circles.path, firstJsonRow)
  content.circles.forEach((circle, index) => {
    if (outside(circle.centre)) refuseCircle(index, "centre is outside the city's bounds")
  })
}

function checkCircles(content: CityPackContent): void {
  const refuse: Refuse = refuser(content.manifest.files.circles.path, firstJsonRow)
  const divisions = divisionsByCode(content)
  const centres = new Set(content.communityCentres.map((row) => row.code))
  const aliases = new Map(content.divisionAliases.map((row) => [row.alias, row.code]))
  eachOnce(content.circles, (circle) => circle.code, refuse)
  eachOnce(content.circles, (circle) => circle.no, refuse)
  content.circles.forEach((circle, index) => {
    eachOnce(
      circle.communities,
      (community) => community.code,
      () => refuse(index, 'lists a community twice'),
    )
    if (circle.communities.filter((community) => community.isCentre).length !== 1)
      refuse(index, 'must have exactly one centre community')
    for (const { code, planName } of circle.communities) {
      const division = divisions.get(code)
      if (division?.level !== 'community') refuse(index, `${code} (${planName}) is not a community`)
      if (planName !== division.shortName && aliases.get(planName) !== code)
        refuse(index, `${planName} is neither the short name nor an alias of ${code}`)
      if (!centres.has(code)) refuse(index, `${code} (${planName}) has no centre`)
    }
  })
}

function checkTaxonomies(content: CityPackContent): void {
  content.taxonomies.forEach((taxonomy, version) => {
    const file = content.manifest.files.formats[version]?.path ?? 'city.json'
    const refuse = refuser(file, firstJsonRow)
    eachOnce(taxonomy.formats, (format) => format.code, refuse)
    eachOnce(taxonomy.formats, (format) => `${format.tier} ${format.order}`, refuse)
    eachOnce(
      taxonomy.formats.flatMap((format) => format.planNames),
      (name) => name,
      (_, problem) => {
        throw new CityPackError(file, null, `planNames: ${problem}`)
      },
    )
  })
}

function checkCodes(content: CityPackContent): void {
  const { files } = content.manifest
  const formats = new Set(
    content.taxonomies.flatMap((taxonomy) => taxonomy.formats.map((format) => format.code)),
  )
  const divisions = divisionsByCode(content)
  const entry = refuser(files.homeEntries.path, firstJsonRow)
  const population = refuser(files.populations.path, firstJsonRow)
  const brand = refuser(files.brands.path, firstCsvRow)
  eachOnce(content.services, (service) => service.code, refuser(files.services.path, firstJsonRow))
  eachOnce(content.accessibility, (item) => item.code, refuser(files.accessibility.path, firstJsonRow))
  eachOnce(
    content.targets,
    (target) => `${target.metric} ${target.by}`,
    refuser(files.targets.path, firstJsonRow),
  )
  eachOnce(content.tasks, (task) => task.code, refuser(files.tasks.path, firstJsonRow))
  eachOnce(content.brands, (row) => row.id, brand)
  const known = (codes: readonly string[], refuse: (problem: string) => never) => {
    for (const code of codes) if (!formats.has(code)) refuse(`${code} is not a format`)
  }
  for (const [index, row] of content.homeEntries.entries())
    known(row.formats, (problem) => entry(index, problem))
  for (const [index, row] of content.brands.entries())
    known(row.formatCodes, (problem) => brand(index, problem))
  content.populations.forEach((row, index) => {
    if (!divisions.has(row.code)) population(index, `${row.code} is not in the divisions`)
  })
}

const tierLabels = { basic: '基本保障类', quality: '品质提升类' } as const

/** The form asks for the formats in force when it was issued, in their order, under a total. */
function checkAnnex5(content: CityPackContent): void {
  const rows = content.annex5Form.rows.filter((row) => row.tier !== '合计')
  const printed = rows.map((row) => `${row.tier} ${row.format}`).join('\n')
  const first = content.taxonomies[0]?.formats ?? []
  const expected = (['basic', 'quality'] as const)
    .flatMap((tier) => first.filter((format) => format.tier === tier).sort((a, b) => a.order - b.order))
    .map((format) => `${tierLabels[format.tier]} ${format.name}`)
    .join('\n')
  if (printed !== expected)
    throw new CityPackError(
      content.manifest.files.annex5Form.path,
      null,
      'rows are not the formats in their order',
    )
}
