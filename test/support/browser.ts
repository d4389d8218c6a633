import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromiumFiles from '@sparticuz/chromium'
import type axeCore from 'axe-core'
import type { RunOnly } from 'axe-core'
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type LaunchOptions,
  type CDPSession,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest'
import { ADMIN } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the one server the browser tests share. */
    site: string
    /** Address of the one browser they share. */
    browser: string
    /** Where one waits until the server is ready; see test/browser/ready.ts. */
    atSite: string
  }
}

/** How Chromium is started; its program is a package from the registry, unpacked at its first use. */
export const browserOptions = async (): Promise<LaunchOptions> => ({
  executablePath: await chromiumFiles.executablePath(),
  args: ['--no-sandbox', '--disable-gpu'],
})

export const launchBrowser = async (): Promise<Browser> => chromium.launch(await browserOptions())

let connection: Promise<Browser> | undefined
const sharedBrowser = (): Promise<Browser> => (connection ??= chromium.connect(inject('browser')))

export const PHONE = 360
export const DESK = 1440
/** How large text is, in pixels, where a reader has not said otherwise. */
export const USUAL_TEXT = 16

type Wanted = {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  javaScript?: boolean
  /** A complaint this test knows of and accepts. */
  accepted?: RegExp
  /** Origin of the server its paths belong to: the shared one, unless a test has its own. */
  site?: string
  /** Of a member of staff who is signed in. */
  token?: string
}

/** The settings of a window, as Playwright names them. */
export const windowOf = ({ width = DESK, height = 900, colorScheme = 'light', javaScript = true }: Wanted) =>
  ({
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/Chicago',
  }) satisfies BrowserContextOptions

/**
 * Notes what a page complains about or does behind the reader's back: errors and warnings on the console, files that do
 * not arrive, requests to other origins.
 */
export const watch = (page: Page, origin: string): string[] => {
  const faults: string[] = []
  const isOwn = (url: string) => /^(data|blob|about):/.test(url) || new URL(url).origin === origin
  page.on('console', (message) => {
    // That a page itself answers 404 is for its test to judge; the browser says so on the console as well.
    const isOfPage = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (['error', 'warning'].includes(message.type()) && !isOfPage) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => isOwn(request.url()) || faults.push(`foreign request: ${request.url()}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // Going on to another page gives up what the last one still wanted.
    if (reason !== 'net::ERR_ABORTED') faults.push(`${reason}: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}

type Opened = { page: Page; faults: string[] }

const open = async ({ site = inject('site'), token, ...wanted }: Wanted): Promise<Opened> => {
  const browser = await sharedBrowser()
  const context = await browser.newContext({ ...windowOf(wanted), baseURL: site })
  context.setDefaultTimeout(60_000)
  if (token) await context.addCookies([{ name: 'payload-token', value: token, url: site }])
  const page = await context.newPage()
  return { page, faults: watch(page, site) }
}

/** A window of its own, with its own cookies, closed when the test ends; the test fails if a page in it complained. */
export const aPage = async (wanted: Wanted = {}): Promise<Page> => {
  const { page, faults } = await open(wanted)
  onTestFinished(async () => {
    await page.context().close()
    expect(faults.filter((fault) => !wanted.accepted?.test(fault))).toEqual([])
  })
  return page
}

/** One visit to a path that all tests of a suite look at, in their order; the suite fails if the page complained. */
export type Visit = (path: string) => {
  page: () => Page
  status: () => number
  /** Sets the size of text as a reader does in the settings of the browser. */
  setTextSize: (standard: number) => Promise<void>
}

/**
 * One window for all suites of a file, which go from one path to the next in it. Each visit is as the first of a new reader:
 * nothing is taken from a cache, and size, light and text are as at the beginning.
 */
export const visitsIn = (wanted: Wanted = {}): Visit => {
  let opened: Opened
  let session: CDPSession
  beforeAll(async () => {
    opened = await open(wanted)
    session = await opened.page.context().newCDPSession(opened.page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  })
  afterAll(() => opened.page.context().close())
  const { viewport, colorScheme } = windowOf(wanted)
  const setTextSize = async (standard: number) => {
    await session.send('Page.setFontSizes', { fontSizes: { standard } })
  }

  return (path) => {
    let status: number
    beforeAll(async () => {
      const { page } = opened
      await page.context().clearCookies()
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await setTextSize(USUAL_TEXT)
      status = (await page.goto(path))!.status()
    })
    afterAll(() => expect(opened.faults.splice(0)).toEqual([]))
    return { page: () => opened.page, status: () => status, setTextSize }
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All rules, or those that find something else in another light or at another width of a page that was looked at whole. */
const RULES = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  looks: {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
  },
} satisfies Record<string, RunOnly>

/** What axe finds wrong with a page, one line for each rule. Its source is evaluated past the page's own policy. */
export const axe = async (page: Page, rules: keyof typeof RULES = 'all'): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const { violations } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axeCore }).axe.run(document, { runOnly, resultTypes: ['violations'] }),
    RULES[rules],
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

type Credentials = { email: string; password: string }

/** Signs in as a person does, through the form. */
export const signInToPanel = async (page: Page, { email, password }: Credentials = ADMIN): Promise<void> => {
  await page.goto('/admin/login')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin$/)
}
