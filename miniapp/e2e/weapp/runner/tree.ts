import { evaluate, type Template, type Templates, templateOf } from './templates'

/** A node as Taro writes it with setData: `nn` node name, `cn` children, `v` text. */
export interface TaroNode {
  sid?: string
  nn?: string
  cn?: TaroNode[]
  v?: string
  focus?: unknown
  [shortName: string]: unknown
}

/** A node as WXML would show it. */
export interface WxmlNode {
  tag: string
  text: string
  sid: string
  parent: WxmlNode | null
  template: Template | undefined
  attributes: Record<string, unknown>
  children: WxmlNode[]
}

/** Resolves Taro's tree through the templates of the build. */
export function wxmlTree(nodes: readonly TaroNode[], templates: Templates, parent: WxmlNode | null = null) {
  return nodes.map((node): WxmlNode => {
    const template = templateOf(templates, node)
    const isText = template?.tag === 'block' || (!template && node.v !== undefined)
    const resolved: WxmlNode = {
      tag: isText ? '#text' : (template?.tag ?? `unmapped:${node.nn}`),
      text: isText ? String(node.v ?? '') : '',
      sid: node.sid ?? '',
      parent,
      template: isText ? undefined : template,
      attributes: isText ? {} : attributesOf(node, template),
      children: [],
    }
    resolved.children = wxmlTree(node.cn ?? [], templates, resolved)
    return resolved
  })
}

function attributesOf(node: TaroNode, template: Template | undefined) {
  const attributes: Record<string, unknown> = {}
  for (const [name, source] of Object.entries(template?.attributes ?? {})) {
    const value = evaluate(source, node)
    if (value !== undefined && value !== '' && value !== null) attributes[name] = value
  }
  return attributes
}

export const textOf = (node: WxmlNode): string => node.text + node.children.map(textOf).join('')

export const flatten = (nodes: readonly WxmlNode[]): WxmlNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)])

export const depthOf = (nodes: readonly WxmlNode[]): number =>
  nodes.length === 0 ? 0 : 1 + Math.max(...nodes.map((node) => depthOf(node.children)))

/** The accessible name: what a screen reader says. A placeholder is no name. */
export const nameOf = (node: WxmlNode): string =>
  String(node.attributes['aria-label'] ?? '').trim() || textOf(node).trim()

const controls = /^(view|text|image|button|input|textarea|switch|radio|checkbox|picker|slider)$/

/** Taro maps a view, text or image without listeners to a static template, so a bound tap means a control. */
export const isControl = (node: WxmlNode): boolean =>
  controls.test(node.tag) && node.template?.bindings.tap !== undefined

const shown = ['id', 'class', 'value', 'placeholder', 'type', 'aria-label', 'aria-role']

/** The tree as indented text, for messages of failing tests. */
export function printTree(nodes: readonly WxmlNode[], depth = 0): string {
  const indent = '  '.repeat(depth)
  return nodes
    .map((node) => {
      if (node.tag === '#text') return `${indent}${JSON.stringify(node.text)}`
      const attributes = shown
        .filter((name) => node.attributes[name] !== undefined && node.attributes[name] !== node.sid)
        .map((name) => ` ${name}=${JSON.stringify(node.attributes[name])}`)
      return `${indent}<${node.tag}${attributes.join('')}>\n${printTree(node.children, depth + 1)}`
    })
    .join('\n')
}
