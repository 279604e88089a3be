import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/runtime/clock.js'

/** 个人数据的一部分: what one module knows about a resident, named so that the resident understands it. */
export interface PersonalDataSection {
  /** For programs: `coupons`. */
  name: string
  /** For people: 优惠券. */
  title: string
  /** Sections are exported in this order. */
  order: number
  rows(residentId: string): Promise<Record<string, unknown>[]>
}

/** 个人数据导出: every module that keeps something about residents registers its section here. */
@Injectable()
export class PersonalData {
  private readonly sections: PersonalDataSection[] = []

  constructor(private readonly clock: Clock) {}

  register(section: PersonalDataSection): void {
    if (this.sections.some(({ name }) => name === section.name))
      throw new Error(`two sections ${section.name}`)
    this.sections.push(section)
    this.sections.sort((a, b) => a.order - b.order)
  }

  async export(residentId: string) {
    const sections = []
    for (const { name, title, rows } of this.sections) {
      sections.push({ name, title, rows: await rows(residentId) })
    }
    return { generatedAt: this.clock.now().toISOString(), sections }
  }
}
