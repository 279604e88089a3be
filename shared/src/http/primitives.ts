import * as z from 'zod/mini'

/** Identifier: a 63-bit time-ordered integer, as a string of at most 19 digits. */
export const id = z.string().check(z.regex(/^[1-9]\d{0,18}$/))

/** Instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const instant = z.iso.datetime()

/** City day (+08:00), `YYYY-MM-DD`. */
export const day = z.iso.date()

/** Money in integer fen (分), never negative. */
export const fen = z.int().check(z.minimum(0), z.maximum(1_000_000_000_00))

/** Coordinates are GCJ-02 (国测局坐标) everywhere in this system: stored, on the wire, in both clients. */
export const location = z.object({
  lng: z.number().check(z.minimum(-180), z.maximum(180)),
  lat: z.number().check(z.minimum(-90), z.maximum(90)),
})
export type Location = z.infer<typeof location>

/** National division code, 2 to 12 digits: its prefixes are the divisions above it (6205 市, 620502 区, 9 digits 街道, 12 社区). */
export const divisionCode = z.string().check(z.regex(/^\d{2,12}$/))

/** Business format code (业态编码) of the city pack's taxonomy, such as `breakfast`. */
export const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/))

/** A number in a query string. */
export const queryNumber = (min: number, max: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,15})?$/)),
      z.transform((text: string) => Number(text)),
    ),
    z.number().check(z.minimum(min), z.maximum(max)),
  )

/** An integer in a query string. */
export const queryInt = (min: number, max: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^-?\d{1,15}$/)),
      z.transform((text: string) => Number(text)),
    ),
    z.int().check(z.minimum(min), z.maximum(max)),
  )

/** `true` or `false` in a query string. */
export const queryFlag = z.pipe(
  z.enum(['true', 'false', '1', '0']),
  z.transform((text) => text === 'true' || text === '1'),
)

/** Search words a person typed: trimmed, at most 60 characters, empty means none. */
export const queryKeyword = z.string().check(z.trim(), z.maxLength(60))

/** Answers with no content: `{}`. */
export const nothing = z.object({})
