import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { type FixtureSite, openBrowser, openContext, startFixtureSite, violationsOf } from '../support/browser'

const slugs = charts.map(({ slug }) => slug)
const languages = [
  { prefix: '', lang: 'en' },
  { prefix: '/zh-Hant', lang: 'zh-Hant' },
] as const

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

/** What a reader without a script sees of a page. */
const read = async (site: FixtureSite, path: string) => {
  const context = await openContext(browser, { width: 390, script: false })
  try {
    const page = await context.newPage()
    const answer = await page.goto(site.url + path)
    const words = (await page.locator('body').allInnerTexts()).join(' ').replace(/\s+/g, ' ')
    const lang = await page.locator('html').getAttribute('lang')
    return { status: answer?.status(), headers: answer?.headers() ?? {}, words, lang }
  } finally {
    await context.close()
  }
}

describe.each([
  [
    'away',
    'The chart’s history cannot be read at the moment. Please try again shortly.',
    '目前讀不到圖表的歷史資料，請稍後再試。',
  ],
  ['nothing', 'The first snapshot is being taken.', '正在擷取第一份快照。'],
  ['unread', 'The first snapshot is being taken.', '正在擷取第一份快照。'],
] as const)('without a script, in the state "%s"', (state, english, chinese) => {
  let site: FixtureSite
  beforeAll(async () => {
    site = await startFixtureSite(state)
  })
  afterAll(async () => {
    await site?.stop()
  })

  it.each(languages)('pages of charts are a readable 503 in $lang', async ({ prefix, lang }) => {
    for (const path of ['/charts', ...slugs.map((slug) => `/charts/${slug}`), '/charts/tvl?range=90d&v=1']) {
      const page = await read(site, prefix + path)
      expect([path, page.status, page.lang, page.headers['retry-after']]).toEqual([path, 503, lang, '5'])
      expect(page.words).toContain(lang === 'en' ? english : chinese)
      expect(page.words).not.toMatch(/1970|NaN/)
    }
  })

  it.each(languages)('pages about more stand in $lang', async ({ prefix, lang }) => {
    for (const path of ['/', '/spk']) {
      const page = await read(site, prefix + path)
      expect([path, page.status, page.lang]).toEqual([path, 200, lang])
      if (state !== 'away' || path === '/') expect(page.words).toContain(lang === 'en' ? english : chinese)
      if (state === 'away') expect(page.words).toMatch(/\d/)
      expect(page.words).not.toMatch(/1970|NaN/)
    }
  })

  it('a bad address is told so where that can be known', async () => {
    const page = await read(site, '/charts/none')
    expect(page.status).toBe(404)
  })
})

describe('a page with a defect', () => {
  let site: FixtureSite
  beforeAll(async () => {
    site = await startFixtureSite('broken')
  })
  afterAll(async () => {
    await site?.stop()
  })

  it.each(languages)(
    'is a readable 500 without a script in $lang, and says nothing of it',
    async ({ prefix, lang }) => {
      for (const path of ['/', '/lend', '/charts/tvl', '/status']) {
        const page = await read(site, prefix + path)
        expect([path, page.status, page.lang, page.headers['cache-control']]).toEqual([path, 500, lang, 'no-store'])
        expect(page.words).toContain(lang === 'en' ? 'This page could not be produced.' : '這個頁面無法產生。')
        expect(page.words).not.toContain('planted-defect')
      }
      const frame = await fetch(`${site.url}/embed/v1/tvl?locale=${lang}`)
      expect([frame.status, frame.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8'])
      expect(await frame.text()).toContain(`<html lang="${lang}">`)
    },
  )

  it('gives a page that breaks no rule of accessibility, and a link that asks again', async () => {
    const context = await openContext(browser, { dark: true })
    const page = await context.newPage()
    await page.goto(`${site.url}/lend?sort=a.b`)
    expect(await violationsOf(page)).toEqual([])
    const again = page.locator('a').last()
    expect(await again.evaluate((link) => (link as HTMLAnchorElement).href)).toBe(page.url())
    await context.close()
  })
})
