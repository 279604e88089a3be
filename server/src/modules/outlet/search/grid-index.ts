import type { Box } from './cell.js'
import type { DistanceCm } from './distance.js'
import type { OutletFilter } from './outlet-filter.js'
import type { OutletRow } from './outlet-row.js'
import { length, lowerBound, type Posting, Postings } from './postings.js'

/** About 115 x 140 m in China; doubled while the grid would have far more cells than rows. */
const finest = 0.00125

interface Span {
  from: number
  until: number
}

/** Where to look: in a box, and within a reach of a point. */
export interface Area {
  box: Box | null
  distance: DistanceCm
  reachCm: number
}

type Visitor = (row: OutletRow, distanceCm: number) => void

/**
 * 网格索引: rows renumbered in grid order, so each grid row of a box is one contiguous range of positions, and a
 * posting list is cut to it by binary search. What changes afterwards is kept beside it until the next rebuild.
 */
export class GridIndex {
  private readonly rows: OutletRow[]
  /** Coordinates apart from the rows: most rows are passed over without being touched. */
  private readonly lngs: Float64Array
  private readonly lats: Float64Array
  private readonly positions = new Map<string, number>()
  private readonly postings: Postings
  private readonly west: number
  private readonly south: number
  private readonly cell: number
  private readonly columns: number
  private readonly gridRows: number
  /** Position of the first row of every cell. */
  private readonly starts: Posting
  private readonly dead: Uint8Array
  private readonly added = new Map<string, OutletRow>()
  private readonly seen: Posting
  private round = 0
  private deaths = 0

  constructor(rows: readonly OutletRow[]) {
    const box = boxOf(rows)
    this.west = box.west
    this.south = box.south
    this.cell = cellSize(box, rows.length)
    this.columns = Math.floor((box.east - box.west) / this.cell) + 1
    this.gridRows = Math.floor((box.north - box.south) / this.cell) + 1
    this.starts = new Uint32Array(this.columns * this.gridRows + 1)
    this.rows = this.inGridOrder(rows)
    this.lngs = Float64Array.from(this.rows, ({ lng }) => lng)
    this.lats = Float64Array.from(this.rows, ({ lat }) => lat)
    this.rows.forEach((row, position) => {
      this.positions.set(row.id, position)
    })
    this.postings = new Postings(this.rows)
    this.dead = new Uint8Array(rows.length)
    this.seen = new Uint32Array(rows.length)
  }

  get size(): number {
    return this.rows.length - this.deaths + this.added.size
  }

  /** True when so much has changed that searches would gain from a rebuild. */
  get isWorn(): boolean {
    return this.added.size + this.deaths > 64 + this.rows.length / 50
  }

  get(id: string): OutletRow | undefined {
    const added = this.added.get(id)
    if (added) return added
    const position = this.positions.get(id)
    return position === undefined || this.dead[position] ? undefined : this.rows[position]
  }

  /** Takes a new or changed row. */
  put(row: OutletRow): void {
    const position = this.positions.get(row.id)
    const old = position === undefined ? undefined : this.rows[position]
    if (position !== undefined && old && !this.dead[position]) {
      if (old.isFoundLike(row)) {
        this.rows[position] = row
        return
      }
      this.bury(position)
    }
    this.added.set(row.id, row)
  }

  remove(id: string): void {
    this.added.delete(id)
    const position = this.positions.get(id)
    if (position !== undefined && !this.dead[position]) this.bury(position)
  }

  all(): OutletRow[] {
    return [...this.rows.filter((_, position) => !this.dead[position]), ...this.added.values()]
  }

  /**
   * Visits every row within reach that may match: those of the narrowest posting list where there is one. The box
   * only saves looking further away; the reach decides.
   */
  visit(area: Area, filter: OutletFilter, visitor: Visitor): void {
    for (const row of this.added.values()) {
      const cm = area.distance(row.lng, row.lat)
      if (cm <= area.reachCm) visitor(row, cm)
    }
    const lists = this.postings.narrowest(filter)
    const spans = area.box ? this.spansOf(area.box) : [{ from: 0, until: this.rows.length }]
    if (lists && length(lists) < this.rows.length / 2) this.visitLists(lists, spans, area, visitor)
    else for (const span of spans) this.visitSpan(span, area, visitor)
  }

  private visitSpan({ from, until }: Span, { distance, reachCm }: Area, visitor: Visitor) {
    const { rows, lngs, lats, dead } = this
    for (let position = from; position < until; position++) {
      const cm = distance(lngs[position] as number, lats[position] as number)
      if (cm <= reachCm && dead[position] === 0) visitor(rows[position] as OutletRow, cm)
    }
  }

  private visitLists(lists: readonly Posting[], spans: readonly Span[], area: Area, visitor: Visitor) {
    const { distance, reachCm } = area
    const round = this.nextRound()
    for (const list of lists) {
      let at = 0
      for (const { from, until } of spans) {
        at = lowerBound(list, from, at)
        for (let position = list[at]; position !== undefined && position < until; position = list[++at]) {
          if (this.seen[position] === round) continue
          this.seen[position] = round
          const cm = distance(this.lngs[position] as number, this.lats[position] as number)
          if (cm <= reachCm && this.dead[position] === 0) visitor(this.rows[position] as OutletRow, cm)
        }
      }
    }
  }

  /** Marks of older rounds never read as this one's, also when the counter starts over. */
  private nextRound(): number {
    if (this.round === 0xffff_ffff) this.seen.fill(0)
    this.round = this.round === 0xffff_ffff ? 1 : this.round + 1
    return this.round
  }

  private bury(position: number) {
    this.dead[position] = 1
    this.deaths++
  }

  private spansOf(box: Box): Span[] {
    const left = Math.max(0, Math.floor((box.west - this.west) / this.cell))
    const right = Math.min(this.columns - 1, Math.floor((box.east - this.west) / this.cell))
    const bottom = Math.max(0, Math.floor((box.south - this.south) / this.cell))
    const top = Math.min(this.gridRows - 1, Math.floor((box.north - this.south) / this.cell))
    const spans: Span[] = []
    if (left > right) return spans
    for (let gridRow = bottom; gridRow <= top; gridRow++) {
      const from = this.starts[gridRow * this.columns + left] as number
      const until = this.starts[gridRow * this.columns + right + 1] as number
      if (from < until) spans.push({ from, until })
    }
    return spans
  }

  /** Counting sort by cell; fills `starts`. */
  private inGridOrder(rows: readonly OutletRow[]): OutletRow[] {
    const cells = rows.map(
      ({ lng, lat }) =>
        Math.floor((lat - this.south) / this.cell) * this.columns + Math.floor((lng - this.west) / this.cell),
    )
    for (const cell of cells) this.starts[cell + 1] = (this.starts[cell + 1] as number) + 1
    for (let cell = 1; cell < this.starts.length; cell++)
      this.starts[cell] = (this.starts[cell] as number) + (this.starts[cell - 1] as number)
    const next = this.starts.slice()
    const ordered = new Array<OutletRow>(rows.length)
    rows.forEach((row, at) => {
      const cell = cells[at] as number
      const position = next[cell] as number
      next[cell] = position + 1
      ordered[position] = row
    })
    return ordered
  }
}

function boxOf(rows: readonly OutletRow[]): Box {
  if (rows.length === 0) return { west: 0, south: 0, east: 0, north: 0 }
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const { lng, lat } of rows) {
    box.west = Math.min(box.west, lng)
    box.east = Math.max(box.east, lng)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

function cellSize({ west, south, east, north }: Box, rows: number): number {
  let cell = finest
  while (((east - west) / cell) * ((north - south) / cell) > 4 * rows + 4096) cell *= 2
  return cell
}
