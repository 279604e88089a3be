import { Injectable } from '@nestjs/common'
import { chunks } from '../../platform/database/chunks.js'
import { Tx } from '../../platform/database/tx.js'
import { Ids } from '../../platform/runtime/ids.js'
import {
  type StoredAnswer,
  type SurveyChannel,
  SurveyResponse,
  SurveyTally,
} from './survey-response.entity.js'
import { SurveyQuestion, SurveyWave } from './survey-wave.entity.js'
import { talliesOf } from './tallies.js'

export type DemoQuestion = Omit<SurveyQuestion, 'id' | 'waveId' | 'position'>

/** A response of the demo world: `ratings` and `texts` by position of the question. */
export interface DemoResponse {
  circleId: string
  residentId: string
  channel: SurveyChannel
  submittedAt: Date
  ratings: (number | null | undefined)[]
  texts: (string | undefined)[]
}

export interface DemoWave extends Pick<SurveyWave, 'title' | 'opensAt' | 'closesAt'> {
  questions: DemoQuestion[]
  responses: DemoResponse[]
}

/** 示例调查: the door through which the demo world's waves come and go. */
@Injectable()
export class SurveyDemo {
  constructor(
    private readonly tx: Tx,
    private readonly ids: Ids,
  ) {}

  /** Answers the wave's id. */
  seed({ questions, responses, ...wave }: DemoWave): Promise<string> {
    return this.tx.run(async (manager) => {
      const waveId = this.ids.next()
      await manager.insert(SurveyWave, { ...wave, id: waveId, isDemo: true })
      const asked = questions.map((question, position) => ({
        ...question,
        id: this.ids.next(),
        waveId,
        position,
      }))
      await manager.insert(SurveyQuestion, asked)
      const overall = asked.findIndex((question) => question.kind === 'overall')
      const rows = responses.map((response): SurveyResponse => {
        const { ratings, texts, ...rest } = response
        return {
          ...rest,
          id: this.ids.next(),
          waveId,
          overall: ratings[overall] ?? null,
          answers: pack(asked, response),
        }
      })
      for (const part of chunks(rows)) await manager.insert(SurveyResponse, part)
      const tallies = talliesOf(rows)
      if (tallies.length > 0) await manager.insert(SurveyTally, tallies)
      return waveId
    })
  }

  /** Removes demo waves with everything answered to them; answers how many waves. */
  remove(): Promise<number> {
    return this.tx.run(async (manager) => {
      const waves = await manager.find(SurveyWave, { where: { isDemo: true }, select: { id: true } })
      for (const { id } of waves) {
        for (const part of [SurveyTally, SurveyResponse, SurveyQuestion])
          await manager.delete(part, { waveId: id })
        await manager.delete(SurveyWave, { id })
      }
      return waves.length
    })
  }
}

const pack = (questions: SurveyQuestion[], { ratings, texts }: DemoResponse): StoredAnswer[] =>
  questions.flatMap((question, position): StoredAnswer[] => {
    const text = texts[position]
    if (question.kind === 'text') return text ? [{ q: question.id, t: text }] : []
    return [{ q: question.id, r: ratings[position] ?? null }]
  })
