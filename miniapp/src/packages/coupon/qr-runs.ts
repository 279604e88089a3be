import { encode } from 'uqr'

/** A horizontal run of dark modules. */
export interface DarkRun {
  x: number
  y: number
  width: number
}

export interface QrRuns {
  /** Modules on one side, without the quiet zone: the ticket around it is white. */
  size: number
  runs: DarkRun[]
}

/** 二维码 of `text` as runs of dark modules, a tenth of the rectangles that single modules would need. */
export function qrRuns(text: string): QrRuns {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  return { size, runs: data.flatMap((row, y) => runsOf(row, y)) }
}

function runsOf(row: readonly boolean[], y: number): DarkRun[] {
  const runs: DarkRun[] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last.x + last.width === x) last.width += 1
    else runs.push({ x, y, width: 1 })
  })
  return runs
}
