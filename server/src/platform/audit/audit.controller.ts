import { Controller } from '@nestjs/common'
import { type AuditEntry, listAuditEntries } from '@yikezhong/shared/audit/audit.contract'
import type { RequestOf } from '@yikezhong/shared/http/endpoint'
import { DataSource } from 'typeorm'
import { CurrentStaff } from '../auth/actor.decorators.js'
import type { StaffActor } from '../auth/actor.js'
import { scopePrefix } from '../auth/scope.js'
import { cutPage, decodeCursor, encodeCursor } from '../http/cursor.js'
import { Implements, Input } from '../http/endpoint.decorator.js'
import type { AuditRow } from './audit.js'

@Controller()
export class AuditController {
  constructor(private readonly dataSource: DataSource) {}

  @Implements(listAuditEntries)
  async list(@CurrentStaff() officer: StaffActor, @Input() { query }: RequestOf<typeof listAuditEntries>) {
    const limit = query.limit ?? 50
    const seesCity = officer.role === 'operator' || officer.role === 'city'
    const conditions = [seesCity ? '(division_code LIKE ? OR division_code IS NULL)' : 'division_code LIKE ?']
    const values: (string | number)[] = [scopePrefix(officer)]
    if (query.action) {
      conditions.push('action = ?')
      values.push(query.action)
    }
    if (query.cursor) {
      conditions.push('sequence < ?')
      values.push(decodeCursor(query.cursor, ['number'])[0])
    }
    const rows: AuditRow[] = await this.dataSource.query(
      `SELECT * FROM audit_entry WHERE ${conditions.join(' AND ')} ORDER BY sequence DESC LIMIT ?`,
      [...values, limit + 1],
    )
    const page = cutPage(rows, limit, ({ sequence }) => encodeCursor([Number(sequence)]))
    return { items: page.rows.map(present), nextCursor: page.nextCursor }
  }
}

const present = (row: AuditRow): AuditEntry => ({
  id: String(row.id),
  at: row.at.toISOString(),
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  divisionCode: row.division_code,
  detail: JSON.parse(row.detail),
  hash: row.hash,
})
