import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

// no background services: the walk-through must not talk to anybody but our server
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

const phone = { width: 375, height: 812 }
export const desktop = { width: 1280, height: 800 }

/** One person's device: a browser with a profile of its own, and what went wrong in it. */
export interface Device {
  page: Page
  /** Console errors, uncaught errors and requests that left this machine. */
  problems: string[]
  close(): Promise<void>
}

/** Opens a fresh device at the server under test. */
export async function openDevice(viewport = phone): Promise<Device> {
  const profile = mkdtempSync(join(tmpdir(), 'yikezhong-walk-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
    viewport,
    deviceScaleFactor: 2,
    baseURL: process.env.E2E_SERVER_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(20_000)
  const problems = watch(context, page)
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return { page, problems, close }
}

function watch(context: BrowserContext, page: Page): string[] {
  const problems: string[] = []
  // a refusal of the API (4xx) is part of the story; the browser logs it as an error of its own
  const isRefusal = (text: string) => /Failed to load resource.*status of 4\d\d/.test(text)
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message.text())) problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      problems.push(`left the machine: ${request.url()}`)
  })
  return problems
}
