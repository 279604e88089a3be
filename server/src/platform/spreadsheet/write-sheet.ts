import { writeXlsx } from 'hucre/xlsx'

/** What a cell may hold: numbers are written as numbers, everything else as text that no program runs. */
export type Cell = string | number | null

export interface SheetColumn {
  title: string
  /** In characters; Chinese ones count twice. */
  width?: number
  /** Such as `0.0%`; for numbers. */
  format?: string
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly Cell[])[]
}

/** An .xlsx file with one sheet, its first row the column titles. */
export async function writeSheet({ name, columns, rows }: Sheet): Promise<Buffer> {
  const file = await writeXlsx({
    sheets: [
      {
        name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
        columns: columns.map(({ width = 16, format }) => ({ width, ...(format ? { numFmt: format } : {}) })),
        rows: [columns.map((column) => inert(column.title)), ...rows.map((row) => row.map(inert))],
        freezePane: { rows: 1 },
      },
    ],
  })
  return Buffer.from(file)
}

/**
 * Spreadsheet programs run text that begins with = + - @ when a file is saved as CSV and opened again; a leading
 * apostrophe makes it text for good.
 */
function inert(cell: Cell): Cell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  return cell !== null && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
