/** Design tokens by name without the `--yk-` prefix: `{ 'primary-600': '#0a6a73', … }`. */
export type Tokens = Readonly<Record<string, string>>

const firstRule = /:root[^{]*\{([^}]*)\}/
const declaration = /--yk-([a-z0-9-]+)\s*:\s*([^;]+);/g

/** Reads the light theme (the first `:root` rule) out of the compiled token file. */
export function readTokens(css: string): Tokens {
  const block = firstRule.exec(css.replace(/\/\*[\s\S]*?\*\//g, ''))?.[1]
  if (!block) throw new Error('the token file has no :root rule')
  return Object.fromEntries([...block.matchAll(declaration)].map(([, name, value]) => [name, value?.trim()]))
}

/** A token that must exist: a renamed token fails the build instead of painting nothing. */
export function token(tokens: Tokens, name: string): string {
  const value = tokens[name]
  if (value === undefined) throw new Error(`the token file has no --yk-${name}`)
  return value
}

/** `120ms` as antd wants it: `0.12s`. */
export const seconds = (duration: string): string => `${Number.parseFloat(duration) / 1000}s`
