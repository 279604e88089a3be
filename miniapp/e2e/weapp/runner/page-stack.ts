import { throughJson, writePath } from './set-data'
import type { TaroNode } from './tree'
import { answer, type WxOptions } from './wx'

/** What `Page()` received: life cycle methods and initial data. */
export type PageDefinition = Record<string, unknown> & { data?: Record<string, unknown> }

export interface PageInstance extends Record<string, unknown> {
  route: string
  data: { root?: { cn?: TaroNode[] } }
}

export interface SetDataStats {
  count: number
  largestBytes: number
}

type LifeCycle = (query?: Record<string, string>) => void
const run = (page: PageInstance | undefined, method: string, query?: Record<string, string>) =>
  (page?.[method] as LifeCycle | undefined)?.call(page, query)

/** WeChat's page stack: opens, covers and unloads pages, and takes their setData. */
export class PageStack {
  readonly pages: PageInstance[] = []
  readonly stats: SetDataStats = { count: 0, largestBytes: 0 }
  /** Each navigation in order, such as `navigateTo /pages/search/index`. */
  readonly navigations: string[] = []

  constructor(
    private readonly define: (route: string) => PageDefinition,
    private readonly routes: readonly string[],
  ) {}

  get top(): PageInstance {
    const page = this.pages.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  open(url: string) {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?')
    if (!this.routes.includes(path)) throw new Error(`app.json has no page ${path}`)
    run(this.pages.at(-1), 'onHide')
    const query = Object.fromEntries(search.split('&').filter(Boolean).map(pairOf))
    const page = this.instance(path, query)
    this.pages.push(page)
    run(page, 'onLoad', query)
    run(page, 'onShow')
    run(page, 'onReady')
  }

  navigate(kind: string, options: WxOptions) {
    this.navigations.push(`${kind} ${options.url ?? options.delta ?? 1}`)
    queueMicrotask(() => {
      try {
        if (kind === 'navigateBack') this.back(Number(options.delta ?? 1))
        else this.replaceAndOpen(kind, String(options.url))
        answer(options, { errMsg: `${kind}:ok` })
      } catch (error) {
        answer(options, { errMsg: `${kind}:fail ${(error as Error).message}` }, true)
      }
    })
  }

  close() {
    while (this.pages.length > 0) this.pop()
  }

  private replaceAndOpen(kind: string, url: string) {
    if (kind === 'redirectTo') this.pop()
    if (kind === 'reLaunch' || kind === 'switchTab') this.close()
    this.open(url)
  }

  private back(count: number) {
    for (let left = count; left > 0 && this.pages.length > 1; left--) this.pop()
    run(this.pages.at(-1), 'onShow')
  }

  private pop() {
    run(this.pages.pop(), 'onUnload')
  }

  private instance(route: string, options: Record<string, string>): PageInstance {
    const definition = this.define(route)
    const page: PageInstance = {
      ...definition,
      route,
      __route__: route,
      options,
      data: throughJson(definition.data ?? {}),
      setData: (changes: unknown, done?: () => void) => this.setData(page, changes, done),
      selectComponent: () => null,
      selectAllComponents: () => [],
      triggerEvent: () => {},
      getTabBar: () => null,
      getOpenerEventChannel: () => ({ on: () => {}, emit: () => {} }),
    }
    return page
  }

  private setData(page: PageInstance, changes: unknown, done?: () => void) {
    const json = JSON.stringify(changes)
    this.stats.count += 1
    this.stats.largestBytes = Math.max(this.stats.largestBytes, Buffer.byteLength(json))
    for (const [path, value] of Object.entries(JSON.parse(json) as Record<string, unknown>))
      writePath(page.data, path, value)
    if (done) queueMicrotask(() => done.call(page))
  }
}

function pairOf(text: string): [string, string] {
  const [name = '', value = ''] = text.split('=')
  return [name, value]
}
