import { Injectable } from '@nestjs/common'
import { DomainError } from '../../../platform/http/domain-error.js'
import { CityPack } from '../../circle/index.js'
import type { KeywordTerm } from './outlet-filter.js'
import { normalise } from './words.js'

interface Worded {
  code: string
  name: string
  searchWords: readonly string[]
}

const maxTerms = 5

/** 词汇: the codes of the city pack and the words people use for them. */
@Injectable()
export class Vocabulary {
  readonly formats: ReadonlyMap<string, Worded>
  readonly services: ReadonlyMap<string, Worded>
  readonly accessibility: ReadonlyMap<string, Worded>
  private readonly formatWords: readonly (readonly [code: string, words: string])[]
  private readonly serviceWords: readonly (readonly [code: string, words: string])[]

  constructor(pack: CityPack) {
    const { taxonomies, services, accessibility } = pack.content
    this.formats = byCode(taxonomies.flatMap((taxonomy) => taxonomy.formats))
    this.services = byCode(services)
    this.accessibility = byCode(accessibility)
    this.formatWords = wordsOf(this.formats)
    this.serviceWords = wordsOf(this.services)
  }

  formatName(code: string): string {
    return this.formats.get(code)?.name ?? code
  }

  /** `a,b` as a set of known format codes, or FORMAT_UNKNOWN; nothing asked for is null. */
  requireFormats(list: string | undefined): ReadonlySet<string> | null {
    if (list === undefined) return null
    const codes = new Set(list.split(',').filter((code) => code !== ''))
    for (const code of codes) if (!this.formats.has(code)) throw new DomainError('FORMAT_UNKNOWN', { code })
    return codes.size > 0 ? codes : null
  }

  requireService(code: string | undefined): string | null {
    if (code !== undefined && !this.services.has(code)) throw new DomainError('SERVICE_UNKNOWN', { code })
    return code ?? null
  }

  /** 关键词: the words between spaces, each with the formats and services it stands for. */
  terms(keyword: string | undefined): KeywordTerm[] {
    const texts = normalise(keyword ?? '')
      .split(/\s+/u)
      .filter((text) => text !== '')
    return [...new Set(texts)].slice(0, maxTerms).map((text) => ({
      text,
      formats: codesWith(this.formatWords, text),
      services: codesWith(this.serviceWords, text),
    }))
  }
}

const byCode = (rows: readonly Worded[]) => new Map(rows.map((row) => [row.code, row]))

/** The words of one code as one text; no keyword holds the line break between them. */
const wordsOf = (rows: ReadonlyMap<string, Worded>) =>
  Array.from(
    rows.values(),
    ({ code, name, searchWords }) => [code, normalise([name, ...searchWords].join('\n'))] as const,
  )

const codesWith = (words: readonly (readonly [string, string])[], text: string): ReadonlySet<string> =>
  new Set(words.filter(([, all]) => all.includes(text)).map(([code]) => code))
