import type { Connection } from 'mysql2/promise'
import type { Acknowledged, Kind } from './crowd.js'

const tables: Record<Kind, string> = {
  claim: 'coupon',
  redemption: 'redemption',
  response: 'survey_response',
}

/** Each answers no row when the books are right. */
const statements: Record<string, string> = {
  'stock counted wrong': `SELECT t.id FROM coupon_template t
     WHERE t.claimed_count <> (SELECT COUNT(*) FROM coupon c WHERE c.template_id = t.id)`,
  'more claimed than there were': 'SELECT id FROM coupon_template WHERE claimed_count > total_count',
  'claimed more often than allowed': `SELECT c.template_id FROM coupon c JOIN coupon_template t ON t.id = c.template_id
     GROUP BY c.template_id, c.resident_id, t.per_person_limit HAVING COUNT(*) > t.per_person_limit`,
  'used without one live redemption': `SELECT c.id FROM coupon c WHERE c.status = 'used'
     AND (SELECT COUNT(*) FROM redemption r WHERE r.coupon_id = c.id AND r.reversed_at IS NULL) <> 1`,
  'redeemed and not used': `SELECT r.id FROM redemption r LEFT JOIN coupon c ON c.id = r.coupon_id
     WHERE r.reversed_at IS NULL AND (c.status IS NULL OR c.status <> 'used')`,
  'answered twice': 'SELECT wave_id FROM survey_response GROUP BY wave_id, resident_id HAVING COUNT(*) > 1',
  'tally differs from the responses': `SELECT w.id FROM survey_wave w
     JOIN survey_question q ON q.wave_id = w.id AND q.kind = 'overall'
     WHERE (SELECT COUNT(*) FROM survey_response r WHERE r.wave_id = w.id)
       <> (SELECT COALESCE(SUM(t.count), 0) FROM survey_tally t WHERE t.question_id = q.id)`,
  'ratings differ from the responses': `SELECT r.wave_id FROM survey_response r
     JOIN survey_question q ON q.wave_id = r.wave_id AND q.kind = 'overall'
     GROUP BY r.wave_id, r.circle_id, r.overall, q.id HAVING COUNT(*) <> COALESCE((SELECT t.count FROM survey_tally t
       WHERE t.question_id = q.id AND t.circle_id = r.circle_id AND t.rating = COALESCE(r.overall, 0)), 0)`,
  'a key in progress for more than a minute': `SELECT id FROM idempotency_key
     WHERE status IS NULL AND claimed_at < UTC_TIMESTAMP(3) - INTERVAL 60 SECOND`,
  'an effect announced to nobody': 'SELECT id FROM outbox WHERE dead_at IS NOT NULL',
}

/** Every broken promise, by name, with the rows that show it; empty when all were kept. */
export async function brokenPromises(
  connection: Connection,
  acknowledged: readonly Acknowledged[],
): Promise<Record<string, unknown>> {
  const broken: Record<string, unknown> = {}
  for (const [name, statement] of Object.entries(statements)) {
    const [rows] = await connection.query(statement)
    if (Array.isArray(rows) && rows.length > 0) broken[name] = rows
  }
  for (const kind of Object.keys(tables) as Kind[]) {
    const lost = await lostRows(connection, kind, acknowledged)
    if (lost.length > 0) broken[`${kind} acknowledged and lost`] = lost
  }
  return broken
}

async function lostRows(connection: Connection, kind: Kind, acknowledged: readonly Acknowledged[]) {
  const [rows] = await connection.query(`SELECT CAST(id AS CHAR) AS id FROM ${tables[kind]}`)
  const present = new Set((rows as { id: string }[]).map(({ id }) => id))
  return acknowledged.filter((each) => each.kind === kind && !present.has(each.id)).map(({ id }) => id)
}

export async function countOf(connection: Connection, kind: Kind): Promise<number> {
  const [rows] = await connection.query(`SELECT COUNT(*) AS n FROM ${tables[kind]}`)
  return Number((rows as { n: number }[])[0]?.n)
}
