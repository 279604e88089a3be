import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cityDir } from './city-dir.js'
import { readCityPack } from './city-pack.js'

const tianshui = readCityPack(cityDir('tianshui'))
const { content } = tianshui

describe("the city pack's taxonomy", () => {
  const formats = tianshui.taxonomyOn('2026-11-22').formats
  const namesOf = (tier: string) => formats.filter((format) => format.tier === tier).map(({ name }) => name)

  it("has annex 5's 14 basic and 9 quality formats in its order", () => {
    expect(namesOf('basic')).toEqual(
      '便利店 综合超市 菜市场 生鲜超市(菜店) 早餐店 维修点 洗染店 美容美发店 照相文印店 药店 家政服务 邮政快递综合服务点(快件箱组) 再生资源回收点 其他'.split(
        ' ',
      ),
    )
    expect(namesOf('quality')).toEqual(
      '新式书店 运动健身 特色餐饮店 养老站点 托育站点 保健养生 教育培训 休闲娱乐 其他'.split(' '),
    )
  })

  it("maps every name of the plan's text onto exactly one of them", () => {
    const formatOf = (name: string) => formats.filter(({ planNames }) => planNames.includes(name))
    const text =
      '便利店 综合超市 菜市场 早餐店 美容美发店 洗染店 药店 照相文印店 家政服务店 小修小补点 再生资源回收点 快递驿站 社区食堂 运动健身 保健养生 新式书店 休闲娱乐 老年康护 幼儿托管'.split(
        ' ',
      )
    for (const name of text) expect([name, formatOf(name).length]).toEqual([name, 1])
    expect(formatOf('小修小补点')[0]?.name).toBe('维修点')
    expect(formatOf('快递驿站')[0]?.name).toBe('邮政快递综合服务点(快件箱组)')
    expect(formatOf('幼儿托管')[0]?.name).toBe('托育站点')
    expect(formats.flatMap(({ planNames }) => planNames)).toHaveLength(text.length)
  })

  it.each([
    ['修鞋', 'repair'],
    ['配钥匙', 'repair'],
    ['改裤脚', 'repair'],
    ['浆水面', 'dining'],
    ['呱呱', 'breakfast'],
    ['取快递', 'parcel'],
  ])('finds %s under %s', (word, code) => {
    expect(tianshui.format(code)?.searchWords).toContain(word)
  })

  it('keeps the first taxonomy for days before it', () => {
    expect(tianshui.taxonomyOn('2020-01-01').version).toBe('2023.1')
  })
})

describe('the rest of the pack', () => {
  it('has the overlay services of the plan and the home grid', () => {
    const services = content.services.map(({ name }) => name)
    expect(services).toEqual(
      expect.arrayContaining(['代扣代缴', '代收代发', '打印复印', '家政预约', '上门服务']),
    )
    expect(content.homeEntries).toHaveLength(10)
    expect(content.homeEntries.at(-1)?.formats).toEqual([])
  })

  it('has 12 key tasks and 30 tasks, led by units and by nobody in person', () => {
    const rows = (annex: number) => content.tasks.filter((task) => task.annex === annex).length
    expect([rows(3), rows(4)]).toEqual([12, 30])
    const units = content.tasks.flatMap(({ leadUnits, supportUnits }) => [...leadUnits, ...supportUnits])
    const unit = /(局|委|政府|中心|公司|街道|街道办事处|社区)$/
    expect(units.filter((name) => !unit.test(name))).toEqual([])
  })

  it('marks every centre as an approximate example', () => {
    const centres = [...content.communityCentres, ...content.circles.map(({ centre }) => centre)]
    expect(centres).toHaveLength(31)
    for (const centre of centres) expect(centre).toMatchObject({ approximate: true, source: '示例坐标' })
  })

  it('knows its box: swapped and foreign coordinates are outside', () => {
    expect(tianshui.contains({ lng: 105.72, lat: 34.58 })).toBe(true)
    expect(tianshui.contains({ lng: 34.58, lat: 105.72 })).toBe(false)
    expect(tianshui.contains({ lng: 116.4, lat: 39.9 })).toBe(false)
  })

  it("reads the river's name the local way", () => {
    const reading = content.localReadings.find(({ text }) => text === '藉水')
    expect(reading?.pinyin).toBe('xī shuǐ')
  })
})

describe('a faulty pack is refused by file and row', () => {
  let dir: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'yikezhong-pack-'))
    cpSync(cityDir('tianshui'), dir, { recursive: true })
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  const replace = (file: string, from: string, to: string) => {
    const text = readFileSync(join(dir, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(dir, file), text.replace(from, to))
  }

  it.each([
    ['divisions.csv', '620502001,大城街道', '62050200x,大城街道', 'divisions.csv row 5: code'],
    ['divisions.csv', '大城,subdistrict,620502', '大城,subdistrict,620503', 'cannot be the parent'],
    ['divisions.csv', '大城街道,大城,', '大城街道,', 'divisions.csv row 5: has 7 cells, the header has 8'],
    ['divisions.csv', '2023-06-30', '2023-02-30', 'divisions.csv row 2: validFrom'],
    ['division-aliases.csv', '光明社区', '光明巷社区', 'row 2: 光明巷社区 is already the name of a division'],
    ['division-aliases.csv', '罗一社区', '光明社区', 'row 3: 光明社区 stands here a second time'],
    ['community-centres.csv', '105.7276,34.5829', '34.5829,105.7276', 'row 2: 34.5829,105.7276 is outside'],
    [
      'circles.json',
      '620502002002',
      '620502002003',
      'row 1: 罗一社区 is neither the short name nor an alias',
    ],
    ['circles.json', '"isCentre": true', '"isCentre": false', 'row 1: must have exactly one centre'],
    ['formats.json', '"basic"', '"basics"', 'formats.json: formats.0.tier'],
    ['formats.json', '小修小补点', '快递驿站', 'planNames: 快递驿站 stands here a second time'],
    ['home-entries.json', 'repair', 'repairs', 'home-entries.json row 5: repairs is not a format'],
    ['annex5-form.json', '洗染店', '洗衣店', 'annex5-form.json: rows are not the formats'],
    ['tasks.json', '2024-09-30', '2024-09-31', 'tasks.json row 1: deadline.due'],
    ['city.json', '"tasks.json"', '"../tasks.json"', '../tasks.json: must be a file of the pack'],
    ['city.json', '"tasks.json"', '"todo.json"', 'todo.json: cannot be read'],
    ['targets.json', '[', '[,', 'targets.json: is not JSON'],
  ])('%s: %s → %s', (file, from, to, message) => {
    replace(file, from, to)
    expect(() => readCityPack(dir)).toThrow(message)
  })
})
