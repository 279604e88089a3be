import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bridgeTo, type HttpBridge } from './http-bridge'
import { loaderOf } from './modules'
import { type PageDefinition, PageStack } from './page-stack'
import { createSandbox, type Sandbox } from './sandbox'
import { readTemplates, type Templates } from './templates'
import { flatten, nameOf, printTree, textOf, type WxmlNode, wxmlTree } from './tree'
import { createWx, type WxApi } from './wx'

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
}

export interface MiniAppOptions {
  /** Folder of the build, `dist/weapp`. */
  root: string
  serverUrl: string
  loginCode: string
  /** Replaces or adds wx calls, such as a `scanCode` that reads a certain code. */
  wx?: WxApi
}

type Handler = (event: unknown) => void
type AppInstance = Record<string, ((options: unknown) => void) | undefined>

/** Where a tap, an input or an assertion points: visible text, an accessible name, or a rule. */
export type Target = string | ((node: WxmlNode) => boolean)

/** 小程序 built for WeChat, run without WeChat: real bundles, real pages, a real server behind `wx.request`. */
export class MiniApp {
  readonly http: HttpBridge
  readonly storage = new Map<string, unknown>()
  readonly calls: { name: string; options: unknown }[] = []
  readonly stack: PageStack
  readonly sandbox: Sandbox
  readonly routes: string[]
  private readonly templates: Templates
  private readonly load: (file: string) => void
  private readonly home: string
  private app: AppInstance = {}
  private defined: PageDefinition | undefined
  private readonly definitions = new Map<string, PageDefinition>()

  constructor(private readonly options: MiniAppOptions) {
    const app = JSON.parse(readFileSync(join(options.root, 'app.json'), 'utf8')) as AppJson
    this.home = app.pages[0] ?? ''
    this.routes = [...app.pages, ...(app.subPackages ?? []).flatMap(routesOf)]
    this.templates = readTemplates(options.root)
    this.http = bridgeTo(options.serverUrl)
    this.stack = new PageStack((route) => this.define(route), this.routes)
    this.sandbox = createSandbox({ ...this.globals(), wx: this.wx() })
    this.load = loaderOf(options.root, this.sandbox.context)
  }

  /** Launches the app on its first page, or on `url`. */
  async start(url = this.home) {
    this.load('app.js')
    const launch = { path: url, scene: 1001, query: {} }
    this.app.onLaunch?.(launch)
    this.app.onShow?.(launch)
    await this.open(url)
    return this
  }

  async open(url: string) {
    this.stack.open(url)
    await this.settle()
  }

  stop() {
    this.stack.close()
    this.sandbox.stop()
  }

  tree(): WxmlNode[] {
    return wxmlTree(this.stack.top.data.root?.cn ?? [], this.templates)
  }

  nodes = () => flatten(this.tree())
  text = () => this.tree().map(textOf).join('')
  print = () => printTree(this.tree())

  /** The innermost node the target points at. */
  find(target: Target): WxmlNode | undefined {
    const matches =
      typeof target === 'string'
        ? (node: WxmlNode) => node.tag !== '#text' && (nameOf(node) === target || textOf(node) === target)
        : target
    return this.nodes().filter(matches).at(-1)
  }

  async waitFor(target: Target, timeoutMs = 5000): Promise<WxmlNode> {
    for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
      const node = this.find(target)
      if (node) return node
      await pause(20)
    }
    throw new Error(`${String(target)} did not appear on ${this.stack.top.route}\n${this.print()}`)
  }

  tap = (target: Target) => this.fire(target, 'tap')

  type = (target: Target, value: string) => this.fire(target, 'input', { value, cursor: value.length })

  /** Fires an event the way the platform does: a tap bubbles through every ancestor whose template binds it. */
  async fire(target: Target, type: string, detail: Record<string, unknown> = {}) {
    const node = await this.waitFor(target)
    let handled = false
    for (let at: WxmlNode | null = node; at; at = type === 'tap' ? at.parent : null) {
      const binding = at.template?.bindings[type]
      if (!binding) continue
      handled = true
      ;(this.stack.top[binding.handler] as Handler)(eventOf(type, node, at, detail))
      if (binding.how.includes('catch')) break
    }
    if (!handled) throw new Error(`the build binds no ${type} on ${String(target)}\n${this.print()}`)
    await this.settle()
  }

  /** Waits until the app is quiet: no request under way and no setData for a while. */
  async settle() {
    for (let quiet = 0; quiet < 3; ) {
      const before = this.stack.stats.count
      await pause(15)
      quiet = this.http.pending() === 0 && this.stack.stats.count === before ? quiet + 1 : 0
    }
  }

  /** Everything the app complained about: uncaught errors, console.error, failed navigations. */
  problems(): string[] {
    return [
      ...this.sandbox.errors.map((error) => String((error as Error).stack ?? error)),
      ...this.sandbox.logs.filter(({ level }) => level === 'error').map(({ text }) => text),
    ]
  }

  private wx(): WxApi {
    return {
      ...createWx(
        {
          navigate: (kind, options) => this.stack.navigate(kind, options),
          request: (options) => this.http.request(options),
          record: (name, options) => void this.calls.push({ name, options }),
          loginCode: this.options.loginCode,
        },
        this.storage,
      ),
      ...this.options.wx,
    }
  }

  private globals() {
    const definePage = (definition: PageDefinition) => {
      this.defined = definition
    }
    return {
      App: (app: AppInstance) => {
        this.app = app
      },
      getApp: () => this.app,
      getCurrentPages: () => this.stack.pages,
      Page: definePage,
      Component: definePage,
      Behavior: (behavior: unknown) => behavior,
    }
  }

  private define(route: string): PageDefinition {
    const known = this.definitions.get(route)
    if (known) return known
    this.defined = undefined
    this.load(`${route}.js`)
    if (!this.defined) throw new Error(`${route}.js calls neither Page nor Component`)
    this.definitions.set(route, this.defined)
    return this.defined
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const routesOf = ({ root, pages }: { root: string; pages: string[] }) =>
  pages.map((page) => `${root.replace(/\/$/, '')}/${page}`)

const touch = { x: 1, y: 1, clientX: 1, clientY: 1, pageX: 1, pageY: 1, identifier: 0 }
const elementOf = (node: WxmlNode) => ({ id: node.attributes.id ?? node.sid, dataset: { sid: node.sid } })

const eventOf = (type: string, target: WxmlNode, current: WxmlNode, detail: Record<string, unknown>) => ({
  type,
  timeStamp: Date.now(),
  target: elementOf(target),
  currentTarget: elementOf(current),
  detail,
  mark: {},
  touches: [touch],
  changedTouches: [touch],
})
