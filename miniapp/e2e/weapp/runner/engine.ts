import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as engine from 'glass-easel'
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { TmplGroup } from 'glass-easel-template-compiler'
import { filesOf } from '../build'
import { bridgeTo } from './http-bridge'
import { createWx } from './wx'

type Node = engine.Element | engine.TextNode
type LifeCycle = (options?: unknown) => void
type Logic = Record<string, LifeCycle | undefined>

/** A page drawn by glass-easel, the component engine inside WeChat, into this document. */
export interface DrawnPage {
  text(): string
  html(): string
  /** Everything the engine and the app complained about. */
  problems: string[]
  navigations: string[]
  tap(label: string): Promise<void>
  settle(): Promise<void>
}

interface Given {
  root: string
  serverUrl: string
}

/** Compiles every template of the build, launches the app and draws one page. */
export async function drawPage({ root, serverUrl }: Given, route: string): Promise<DrawnPage> {
  const problems: string[] = []
  // false: do not print it as well
  const collect = (problem: unknown) => {
    problems.push(String((problem as Error)?.stack ?? problem))
    return false
  }
  engine.addGlobalErrorListener(collect)
  engine.addGlobalWarningListener(collect)
  const environment = new MiniProgramEnv()
  const space = environment.createCodeSpace('', true)
  registerTemplates(root, space, problems)
  registerBuiltIns(root, space)
  const http = bridgeTo(serverUrl)
  const navigations: string[] = []
  const logic = new LogicThread(root, space, http.request, navigations)
  logic.launch()
  for (const component of ['comp', route]) logic.define(component)
  const page = environment
    .associateBackend(new engine.CurrentWindowBackendContext())
    .createRoot('body', space, route)
  const place = document.body.appendChild(document.createElement('span'))
  page.attach(document.body as never, place as never)
  const element = page.get() as unknown as Logic & { _$: engine.GeneralComponent }
  logic.show(element, route)
  const settle = async () => {
    for (let quiet = 0; quiet < 4; quiet = http.pending() === 0 ? quiet + 1 : 0) await pause(50)
  }
  await settle()
  return {
    problems,
    navigations,
    settle,
    text: () => document.body.textContent ?? '',
    html: () => document.body.innerHTML,
    tap: async (label) => {
      const node = byLabel(element._$, label)
      if (!node) throw new Error(`nothing is named ${label}\n${document.body.innerHTML}`)
      engine.triggerEvent(node, 'tap', {}, { bubbles: true, composed: true })
      await settle()
    },
  }
}

function registerTemplates(root: string, space: CodeSpace, problems: string[]) {
  const group = new TmplGroup()
  for (const file of filesOf(root)) {
    const path = file.replace(/\.(wxml|wxs|json)$/, '')
    const source = () => readFileSync(join(root, file), 'utf8')
    if (file.endsWith('.wxml')) problems.push(...(group.addTmpl(path, source()) ?? []).map(String))
    if (file.endsWith('.wxs')) group.addScript(path, source())
    if (file.endsWith('.json') && !/^(app|project\.config)/.test(file))
      space.addComponentStaticConfig(path, JSON.parse(source()))
  }
  const code = group.getTmplGenObjectGroups()
  const groups = new Function(`return ${code.startsWith('(') ? code : `(() => {${code}})()`}`)()
  for (const path of Object.keys(groups))
    space.addCompiledTemplate(path, { groupList: groups, content: groups[path] })
}

/** Registered as components, `bindtap` on them is an event; on unknown tags it would be an attribute. */
function registerBuiltIns(root: string, space: CodeSpace) {
  const components = space.getComponentSpace()
  const own = new Set(['template', 'block', 'import', 'wxs', 'slot', 'comp', 'custom-wrapper'])
  for (const [tag, properties] of builtInProperties(root)) {
    if (own.has(tag)) continue
    const definition = components.defineComponent({ is: `wx/${tag}`, properties })
    components.setGlobalUsingComponent(tag, definition.general())
  }
}

/** Each tag of the build's templates with the attributes they set on it, as properties of any type. */
function builtInProperties(root: string) {
  const source = readFileSync(join(root, 'base.wxml'), 'utf8')
  const properties = new Map<string, Record<string, null>>()
  for (const [, tag = '', attributes = ''] of source.matchAll(
    /<([a-z][a-z-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g,
  )) {
    const known = properties.get(tag) ?? {}
    for (const [, name = ''] of attributes.matchAll(/([\w:-]+)(?:="[^"]*")?/g))
      if (!notProperties.test(name)) known[camelCase(name)] = null
    properties.set(tag, known)
  }
  return properties
}

const notProperties = /^(bind|catch|capture-|wx:|data-|mark:|id$|class$|style$|slot$)/
const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The app's JavaScript, in this realm: the engine checks property types against its own `Object` and `String`. */
class LogicThread {
  private app: Logic = {}
  private current: (Logic & { route?: string }) | undefined
  private environment: Record<string, unknown> = {}
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly globals: Record<string, unknown>

  constructor(
    private readonly root: string,
    private readonly space: CodeSpace,
    request: Parameters<typeof createWx>[0]['request'],
    navigations: string[],
  ) {
    const register = (kind: string) => (definition: unknown) =>
      (this.environment[kind] as (definition: unknown) => unknown)(definition)
    this.globals = {
      wx: createWx(
        {
          request,
          navigate: (kind, options) => void navigations.push(`${kind} ${String(options.url ?? '')}`),
          record: () => {},
          loginCode: '',
        },
        new Map(),
      ),
      App: (app: Logic) => {
        this.app = app
      },
      Page: register('Page'),
      Component: register('Component'),
      Behavior: register('Behavior'),
      getApp: () => this.app,
      getCurrentPages: () => (this.current ? [this.current] : []),
      // the logic thread has none of these, and Taro brings its own
      window: undefined,
      document: undefined,
      navigator: undefined,
      location: undefined,
      history: undefined,
    }
  }

  launch() {
    this.load(join(this.root, 'app.js'))
    this.app.onLaunch?.({ path: '', query: {}, scene: 1001 })
  }

  define(path: string) {
    this.space.componentEnv(path, (environment) => {
      this.environment = environment as unknown as Record<string, unknown>
      this.load(join(this.root, `${path}.js`))
    })
  }

  show(page: Logic & { route?: string }, route: string) {
    this.current = page
    page.route = route
    page.onLoad?.({})
    page.onShow?.()
    page.onReady?.()
  }

  private load(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    this.modules.set(file, module)
    const run = new Function(
      'require',
      'module',
      'exports',
      ...Object.keys(this.globals),
      readFileSync(file, 'utf8'),
    )
    const require = (wanted: string) => this.load(join(dirname(file), wanted))
    run(require, module, module.exports, ...Object.values(this.globals))
    return module.exports
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The innermost element with this accessible name or text. */
function byLabel(top: Node, label: string): engine.Element | undefined {
  let found: engine.Element | undefined
  const visit = (node: Node) => {
    if (node instanceof engine.TextNode) return
    const drawn = node.getBackendElement() as unknown as Element | null
    const name = (node as engine.GeneralComponent).data?.ariaLabel
    if (name === label || drawn?.textContent === label) found = node
    for (const child of node.childNodes) visit(child)
    const shadow = (node as engine.GeneralComponent).getShadowRoot?.()
    if (shadow) visit(shadow)
  }
  visit(top)
  return found
}
