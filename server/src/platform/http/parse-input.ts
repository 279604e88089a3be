import type { Endpoint } from '@yikezhong/shared/http/endpoint'
import * as z from 'zod'
import { DomainError } from './domain-error.js'

z.config(z.locales.zhCN())

type Part = 'params' | 'query' | 'body'
const partNames: Record<Part, string> = { params: '路径', query: '查询参数', body: '提交内容' }

interface Parts {
  params?: unknown
  query?: unknown
  body?: unknown
}

/** One thing wrong with a request: where, for programs and for people. */
interface InputIssue {
  path: string
  message: string
}

/** Parses a request by its contract and refuses with every issue found, all parts together. */
export function parseInput(endpoint: Endpoint, request: Parts): Parts {
  const issues: InputIssue[] = []
  const parse = (part: Part, value: unknown) => {
    const schema = endpoint[part]
    if (!schema) return undefined
    const result = schema.safeParse(value)
    if (result.success) return result.data
    issues.push(...result.error.issues.map((issue) => describe(part, issue)))
  }
  const input = {
    params: parse('params', request.params),
    query: parse('query', withoutEmpty(request.query)),
    body: parse('body', request.body),
  }
  if (issues.length > 0) throw new DomainError('VALIDATION_FAILED', issues.slice(0, 20))
  return input
}

/** `?keyword=` is what an empty search box sends: it means "not given". */
function withoutEmpty(query: unknown): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(query ?? {})) if (value !== '') kept[name] = value
  return kept
}

function describe(part: Part, issue: { path: PropertyKey[]; message: string }): InputIssue {
  const path = issue.path.map(String).join('.').slice(0, 100)
  const where = path ? `${partNames[part]} ${path}` : partNames[part]
  return { path: path ? `${part}.${path}` : part, message: `${where}:${issue.message}`.slice(0, 200) }
}
