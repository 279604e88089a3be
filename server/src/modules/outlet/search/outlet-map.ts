import { daysBetween, freshnessDays } from '@yikezhong/shared/outlet/freshness'
import type { OutletMap } from '@yikezhong/shared/outlet/outlet.contract'
import type { Box } from './cell.js'
import type { OutletRow } from './outlet-row.js'

/** Things on one map: single outlets and clusters together. */
const maxThings = 200
const finestStep = 360 / 2 ** 22

/**
 * 聚合: every outlet by itself while they fit, else one grid whose lines stay where they are when the map moves, and
 * one thing per cell.
 */
export function mapOf(rows: readonly OutletRow[], box: Box, today: string, nowMs: number): OutletMap {
  if (rows.length <= maxThings) {
    return { total: rows.length, markers: rows.map((row) => markerOf(row, nowMs)), clusters: [] }
  }
  const cells = inCells(rows, stepFor(box))
  return {
    total: rows.length,
    markers: cells.flatMap((cell) => (cell.length === 1 ? cell.map((row) => markerOf(row, nowMs)) : [])),
    clusters: cells.filter((cell) => cell.length > 1).map((cell) => clusterOf(cell, today)),
  }
}

/** The finest step, a power of two of the globe, of which the box touches at most `maxThings` cells. */
function stepFor({ west, south, east, north }: Box): number {
  const touched = (span: number, step: number) => Math.floor(span / step) + 2
  let step = finestStep
  while (touched(east - west, step) * touched(north - south, step) > maxThings) step *= 2
  return step
}

function inCells(rows: readonly OutletRow[], step: number): OutletRow[][] {
  const cells = new Map<string, OutletRow[]>()
  for (const row of rows) {
    const key = `${Math.floor(row.lng / step)}:${Math.floor(row.lat / step)}`
    const cell = cells.get(key)
    if (cell) cell.push(row)
    else cells.set(key, [row])
  }
  return [...cells.values()]
}

const markerOf = (row: OutletRow, nowMs: number) => ({
  id: row.id,
  name: row.name,
  formatCode: row.formatCode,
  location: row.location,
  openNow: row.openAt(nowMs),
  isDemo: row.isDemo,
})

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits

const clusterOf = (cell: readonly OutletRow[], today: string) => ({
  location: {
    lng: round(mean(cell.map(({ lng }) => lng)), 6),
    lat: round(mean(cell.map(({ lat }) => lat)), 6),
  },
  count: cell.length,
  confirmedShare: round(cell.filter((row) => isConfirmed(row, today)).length / cell.length, 3),
})

const isConfirmed = ({ lastConfirmedOn }: OutletRow, today: string) =>
  lastConfirmedOn !== null && daysBetween(lastConfirmedOn, today) <= freshnessDays.ageing
