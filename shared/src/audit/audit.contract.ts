import * as z from 'zod/mini'
import { defineEndpoint } from '../http/endpoint.js'
import { page, pageQuery } from '../http/page.js'
import { divisionCode, id, instant } from '../http/primitives.js'

/** 操作记录: one line of the append-only, hash-chained audit log. */
export const auditEntry = z.object({
  id,
  at: instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  divisionCode: z.nullable(divisionCode),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const listAuditEntries = defineEndpoint({
  method: 'GET',
  path: '/bureau/audit-entries',
  summary: '操作记录，新的在前，只含本级管理范围',
  access: 'staff',
  query: z.object({ action: z.optional(z.string().check(z.regex(/^[a-z0-9.-]{1,60}$/))), ...pageQuery }),
  response: page(auditEntry),
})
