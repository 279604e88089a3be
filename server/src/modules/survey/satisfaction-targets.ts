import { Injectable } from '@nestjs/common'
import type { SatisfactionTarget } from '@yikezhong/shared/survey/verdict'
import { cityDay } from '@yikezhong/shared/time/city-day'
import { CityPack } from '../circle/index.js'
import type { SurveyWave } from './survey-wave.entity.js'

/** 目标: the plan's dated figures for satisfaction, read from the city pack (天政办发〔2023〕54号, 三 and 附件 5). */
@Injectable()
export class SatisfactionTargets {
  constructor(private readonly pack: CityPack) {}

  of(wave: Pick<SurveyWave, 'closesAt'>): SatisfactionTarget {
    const day = cityDay(wave.closesAt)
    return {
      targetShare: this.inForce('satisfaction', day),
      minimumN: this.inForce('surveySamplesPerCircle', day),
    }
  }

  /** 分业态: a format's share is given from this many ratings on. */
  minimumFormatN(wave: Pick<SurveyWave, 'closesAt'>): number {
    return this.inForce('formatShareMinimumN', cityDay(wave.closesAt))
  }

  /** The nearest target still ahead on that day; when all are past, the last one reached for stays in force. */
  private inForce(metric: string, day: string): number {
    const targets = this.pack.content.targets
      .filter((target) => target.metric === metric)
      .sort((a, b) => dueOf(a).localeCompare(dueOf(b)))
    const target = targets.find((candidate) => dueOf(candidate) >= day) ?? targets.at(-1)
    if (!target) throw new Error(`the city pack has no target "${metric}"`)
    return target.value
  }
}

type Target = CityPack['content']['targets'][number]

/** A target without a date is always ahead. */
const dueOf = (target: Target) => target.by ?? '9999-12-31'
