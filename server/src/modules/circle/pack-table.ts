import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm'
import { chunks } from '../../platform/database/chunks.js'
import { sqlId } from '../../platform/database/sql-id.js'

/** What a load did to one table: rows that are new, that differ from before, that the pack no longer has. */
export interface TableChanges {
  table: string
  added: number
  updated: number
  ended: number
}

type Row = ObjectLiteral & Record<string, unknown>

/** How one table follows the pack. */
export interface PackTable<T extends ObjectLiteral> {
  entity: EntityTarget<T>
  key: (row: Partial<T>) => string
  /** Rows as the pack has them. A new row may need more than that: an id, for one. */
  wanted: Partial<T>[]
  complete?: (row: Partial<T>) => Partial<T>
  /** What becomes of a row the pack lost; without it the row goes. Null: it ended before. */
  end?: (row: T) => Partial<T> | null
}

/** Makes a table say what the pack says, writing only what differs. */
export async function followPack<T extends ObjectLiteral>(
  manager: EntityManager,
  table: PackTable<T>,
): Promise<TableChanges> {
  const repo = manager.getRepository(table.entity)
  const stored = new Map((await repo.find()).map((row) => [table.key(row), row]))
  const changes = { table: repo.metadata.tableName, added: 0, updated: 0, ended: 0 }
  const fresh: Partial<T>[] = []

  for (const wanted of table.wanted) {
    const row = stored.get(table.key(wanted))
    stored.delete(table.key(wanted))
    if (!row) {
      fresh.push(table.complete ? table.complete(wanted) : wanted)
      continue
    }
    const different = differences(row, wanted)
    if (Object.keys(different).length === 0) continue
    await repo.update(exactly(repo, row), different)
    changes.updated++
  }
  for (const part of chunks(fresh)) await repo.insert(part)
  changes.added = fresh.length

  for (const row of stored.values()) {
    const ending = table.end?.(row)
    if (ending === null) continue
    if (ending) await repo.update(exactly(repo, row), ending)
    else await repo.delete(exactly(repo, row))
    changes.ended++
  }
  return changes
}

/** The row's primary key as a condition. */
function exactly<T extends ObjectLiteral>(repo: Repository<T>, row: T): FindOptionsWhere<T> {
  const conditions = repo.metadata.primaryColumns.map(({ propertyName, type }) => {
    const value = (row as Row)[propertyName]
    return [propertyName, type === 'bigint' ? sqlId(String(value)) : value]
  })
  return Object.fromEntries(conditions) as FindOptionsWhere<T>
}

function differences<T extends ObjectLiteral>(row: T, wanted: Partial<T>): Partial<T> {
  const changed = Object.entries(wanted).filter(([name, value]) => (row as Row)[name] !== value)
  return Object.fromEntries(changed) as Partial<T>
}
