import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import type * as z from 'zod'

/** A pack that cannot be used: which file, which row (a CSV's line, a JSON list's place), what is wrong. */
export class CityPackError extends Error {
  constructor(
    readonly file: string,
    readonly row: number | null,
    readonly problem: string,
  ) {
    super(`${file}${row === null ? '' : ` row ${row}`}: ${problem}`)
    this.name = 'CityPackError'
  }
}

/** A file as it was read: recorded with every load, so a figure can be traced to the data behind it. */
export interface PackFileDigest {
  file: string
  sha256: string
}

/** Reads the files of one pack and remembers the digest of each. */
export class PackReader {
  readonly digests: PackFileDigest[] = []

  constructor(private readonly dir: string) {}

  /** One JSON document. */
  json<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
    return parse(schema, this.parseJson(file), file, null)
  }

  /** A JSON list; rows count from 1. */
  jsonList<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
    const list = this.parseJson(file)
    if (!Array.isArray(list)) throw new CityPackError(file, null, 'must be a list')
    return list.map((item, index) => parse(schema, item, file, index + 1))
  }

  /** A CSV table with a header line; rows are numbered as an editor shows them, the header being 1. */
  csv<S extends z.ZodType>(file: string, schema: S): z.infer<S>[] {
    const [header, ...lines] = parseCsv(this.text(file), { delimiter: ',', typeInference: false })
    if (!header) throw new CityPackError(file, null, 'is empty')
    return lines.map((cells, index) => {
      if (cells.length !== header.length)
        throw new CityPackError(file, index + 2, `has ${cells.length} cells, the header has ${header.length}`)
      const row = Object.fromEntries(
        header.map((name, column) => [String(name), String(cells[column] ?? '')]),
      )
      return parse(schema, row, file, index + 2)
    })
  }

  private parseJson(file: string): unknown {
    const text = this.text(file)
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new CityPackError(file, null, `is not JSON: ${(error as Error).message}`)
    }
  }

  private text(file: string): string {
    if (!/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/.test(file))
      throw new CityPackError(file, null, 'must be a file of the pack')
    const bytes = this.bytes(file)
    this.digests.push({ file, sha256: createHash('sha256').update(bytes).digest('hex') })
    return bytes.toString('utf8')
  }

  private bytes(file: string): Buffer {
    try {
      return readFileSync(join(this.dir, file))
    } catch {
      throw new CityPackError(file, null, `cannot be read in ${this.dir}`)
    }
  }
}

function parse<S extends z.ZodType>(schema: S, value: unknown, file: string, row: number | null): z.infer<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || '(row)'}: ${issue.message}`)
  throw new CityPackError(file, row, problems.join('; '))
}
