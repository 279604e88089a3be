import { readXlsx } from 'hucre/xlsx'
import { writeSheet } from './write-sheet.js'

it('writes titles, numbers as numbers and dangerous text as text', async () => {
  const file = await writeSheet({
    name: '满意度[1]/第一次',
    columns: [{ title: '生活圈' }, { title: '满意率', format: '0.0%' }],
    rows: [
      ['大城', 0.931],
      ['=1+1', null],
      ['@cmd', -3],
      ['𠮷', Number.NaN],
    ],
  })
  const [sheet] = (await readXlsx(file)).sheets
  expect(sheet?.name).toBe('满意度 1  第一次')
  const rows = sheet?.rows.map((row) => [row[0], row[1] ?? null])
  expect(rows).toEqual([
    ['生活圈', '满意率'],
    ['大城', 0.931],
    ["'=1+1", null],
    ["'@cmd", -3],
    ['𠮷', null],
  ])
})
