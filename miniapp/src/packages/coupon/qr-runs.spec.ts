import jsqr from 'jsqr'
import { qrRuns } from './qr-runs'

/** Paints the runs at `scale` pixels a module with a quiet zone, as a phone camera would see them. */
function paint({ size, runs }: ReturnType<typeof qrRuns>, scale = 4, quiet = 4) {
  const side = (size + quiet * 2) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const run of runs)
    for (let y = 0; y < scale; y++)
      for (let x = 0; x < run.width * scale; x++) {
        const at = ((run.y + quiet) * scale + y) * side + (run.x + quiet) * scale + x
        pixels.fill(0, at * 4, at * 4 + 3)
      }
  return { pixels, side }
}

it.each(['26419305', 'yk1.8f0c2b7a.Zm9vYmFyYmF6cXV4', '券码'])(
  'draws %s so that a scanner reads it',
  (text) => {
    const { pixels, side } = paint(qrRuns(text))
    expect(jsqr(pixels, side, side)?.data).toBe(text)
  },
)

it('joins neighbouring modules', () => {
  const { runs } = qrRuns('26419305')
  expect(runs[0]).toEqual({ x: 0, y: 0, width: 7 })
})
