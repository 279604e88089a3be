import { Injectable } from '@nestjs/common'
import type { CircleSatisfaction, Verdict } from '@yikezhong/shared/survey/survey.contract'
import { cityDay } from '@yikezhong/shared/time/city-day'
import type { StaffActor } from '../../platform/auth/actor.js'
import { writeSheet } from '../../platform/spreadsheet/write-sheet.js'
import { SatisfactionService } from './satisfaction.service.js'

const verdictWords: Record<Verdict, string> = {
  reached: '确定达标',
  undecided: '还不能断定',
  below: '低于目标',
  'too-few': '份数不够',
}

const percent = (share: number | null) => (share === null ? '不公布' : Math.round(share * 1000) / 10)

const columns = [
  { title: '生活圈', width: 36, of: (row: CircleSatisfaction) => row.circleName },
  { title: '社区', width: 20, of: (row: CircleSatisfaction) => row.communities },
  { title: '满意度(%)', width: 12, of: (row: CircleSatisfaction) => percent(row.satisfiedShare) },
  { title: '95%区间下限(%)', width: 16, of: (row: CircleSatisfaction) => percent(row.low) },
  { title: '95%区间上限(%)', width: 16, of: (row: CircleSatisfaction) => percent(row.high) },
  { title: '评分份数 n', width: 12, of: (row: CircleSatisfaction) => row.n },
  { title: '答卷份数', width: 12, of: (row: CircleSatisfaction) => row.responses },
  { title: '判断', width: 14, of: (row: CircleSatisfaction) => verdictWords[row.verdict] },
]

/** 导出满意度: the overview as .xlsx; a circle that is not published carries no share anywhere. */
@Injectable()
export class ExportSatisfaction {
  constructor(private readonly satisfaction: SatisfactionService) {}

  async execute(officer: StaffActor, waveId?: string): Promise<{ name: string; content: Buffer }> {
    const overview = await this.satisfaction.overview(officer, waveId)
    const asOf = cityDay(new Date(overview.asOf))
    const notes = [
      [`${overview.wave.title}${overview.wave.isDemo ? '(示例数据)' : ''}，数据截至 ${asOf}`],
      [
        `目标 ${percent(overview.targetShare)}%；每圈满 ${overview.minimumN} 份才公布；区间按 Wilson 法，置信度 95%`,
      ],
    ]
    const rows = overview.items.map((item) => columns.map((column) => column.of(item)))
    const content = await writeSheet({
      name: '居民满意度',
      columns: columns.map(({ title, width }) => ({ title, width })),
      rows: [...rows, [], ...notes],
    })
    return { name: `居民满意度-${asOf}.xlsx`, content }
  }
}
