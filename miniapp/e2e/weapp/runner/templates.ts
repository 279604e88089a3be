import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TaroNode } from './tree'

/** How the platform answers an event: `bind` bubbles on, `catch` stops here. */
interface Binding {
  how: string
  handler: string
}

/** One `tmpl_0_…` of the generated base.wxml: what a node of Taro's tree becomes in WXML. */
export interface Template {
  tag: string
  attributes: Record<string, string>
  bindings: Record<string, Binding>
}

export type Templates = Map<string, Template>

const templatePattern = /<template name="tmpl_0_([^"]+)">\s*<([a-z-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g
const attributePattern = /([\w:-]+)(?:="([^"]*)")?/g
const bindingPattern = /^(bind|catch|capture-bind:|capture-catch:)(.+)$/

/** Reads base.wxml of a build. Node names are numbers that differ from build to build, so nothing else knows them. */
export function readTemplates(root: string): Templates {
  const source = readFileSync(join(root, 'base.wxml'), 'utf8')
  const templates: Templates = new Map()
  for (const [, name = '', tag = '', rest = ''] of source.matchAll(templatePattern)) {
    // input and textarea dispatch to tmpl_0_N_focus or tmpl_0_N_blur
    if (tag !== 'template') templates.set(name, { tag, ...readAttributes(rest) })
  }
  if (templates.size === 0) throw new Error(`no templates found in ${join(root, 'base.wxml')}`)
  return templates
}

function readAttributes(source: string): Pick<Template, 'attributes' | 'bindings'> {
  const attributes: Template['attributes'] = {}
  const bindings: Template['bindings'] = {}
  for (const [, name = '', value = ''] of source.matchAll(attributePattern)) {
    const [, how, type] = bindingPattern.exec(name) ?? []
    if (how && type) bindings[type] = { how, handler: value }
    else attributes[name] = value
  }
  return { attributes, bindings }
}

export const templateOf = (templates: Templates, node: TaroNode): Template | undefined =>
  templates.get(String(node.nn)) ?? templates.get(`${node.nn}_${node.focus === undefined ? 'blur' : 'focus'}`)

/** The few functions of Taro's utils.wxs that attribute expressions call. */
const wxs = {
  a: () => '',
  b: (value: unknown, fallback: unknown) => (value === undefined ? fallback : value),
  f: () => '',
}

type Expression = (node: TaroNode, xs: typeof wxs) => unknown
const expressions = new Map<string, Expression>()

/** Value of an attribute such as `{{xs.b(i.p3,false)}}` for this node. */
export function evaluate(attribute: string, node: TaroNode): unknown {
  const source = /^\{\{([\s\S]*)\}\}$/.exec(attribute)?.[1]
  if (source === undefined) return attribute
  let expression = expressions.get(source)
  if (!expression) {
    expression = new Function(
      'i',
      'xs',
      `try { return (${source}) } catch { return undefined }`,
    ) as Expression
    expressions.set(source, expression)
  }
  return expression(node, wxs)
}
