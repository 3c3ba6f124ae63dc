import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type FixtureSite, type Look, openBrowser, openContext, startFixtureSite } from './browser'
import { chartSnapshot } from './fixture-history'

/** Both languages: how their paths begin, and what their documents say they are in. */
export const languages = [
  { prefix: '', lang: 'en' },
  { prefix: '/zh-Hant', lang: 'zh-Hant' },
] as const

/** A page's path in a language. */
export const pathIn = (prefix: string, path: string): string => (path === '/' ? prefix || '/' : `${prefix}${path}`)

/** Every window and theme that pages are judged in. */
export const looks = [
  { width: 1280, dark: false },
  { width: 1280, dark: true },
  { width: 390, dark: false },
  { width: 390, dark: true },
] as const satisfies readonly Look[]

/** The server's pictures of a chart that a reader sees: one of each chart, whatever the window. */
export const visible = '[data-frame]:visible > svg[role=img]'

/** The fixture site and a browser, for the tests of one file. */
export type WithSite = {
  readonly url: string
  readonly browser: Browser
  /** A window of its own, which closes with the test. */
  context(look?: Look): Promise<BrowserContext>
  /** A page of the site in such a window; an empty one without a path. */
  open(path: string | null, look?: Look): Promise<Page>
}

/** Starts both before a file's tests, and ends both after them. */
export const withSite = (): WithSite => {
  let site: FixtureSite | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    site = await startFixtureSite()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })
  const started = <held>(each: held | undefined): held => {
    if (each === undefined) throw new Error('The site has not been started.')
    return each
  }
  const context = async (look: Look = {}): Promise<BrowserContext> => {
    const opened = await openContext(started(browser), look)
    // the fixture's own time, as its server has it: what it calls fresh is fresh to the page, too
    await opened.addInitScript((now) => {
      Date.now = () => now
    }, chartSnapshot.time * 1_000)
    onTestFinished(() => opened.close())
    return opened
  }
  return {
    get url() {
      return started(site).url
    },
    get browser() {
      return started(browser)
    },
    context,
    open: async (path, look) => {
      const page = await (await context(look)).newPage()
      if (path !== null) await page.goto(started(site).url + path)
      return page
    },
  }
}
