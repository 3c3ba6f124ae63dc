import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { surfaces } from '@/lib/charts/render/palette'
import { computedColoursOf } from '../support/computed-colours'
import { contrast, rgbOf } from '../support/contrast'
import { languages, looks, pathIn, visible, withSite } from '../support/with-site'

const slugs = charts.map(({ slug }) => slug)
const site = withSite()
const asOf = { en: /As of .*\sUTC/, 'zh-Hant': /資料截至.*UTC/ } as const
const tableWord = { en: 'Table', 'zh-Hant': '表格' } as const

/** The one picture in view is drawn, and every colour in it is seen on the theme's own paper. */
const expectSeen = async (page: Page, selector: string, dark: boolean) => {
  const svg = page.locator(selector)
  expect(await svg.count()).toBe(1)
  const { width, height } = (await svg.boundingBox()) ?? { width: 0, height: 0 }
  expect(Math.min(width, height)).toBeGreaterThan(150)
  const { paper, drawn, words } = await computedColoursOf(svg)
  expect(paper).toEqual(rgbOf(surfaces.card[dark ? 'dark' : 'light']))
  expect(drawn.length).toBeGreaterThan(1)
  for (const colour of drawn) expect([colour, contrast(colour, paper) >= 3]).toEqual([colour, true])
  expect(words.length).toBeGreaterThan(1)
  for (const { text, colour } of words) expect([text, contrast(colour, paper) >= 4.5]).toEqual([text, true])
}

const expectTable = async (page: Page, lang: keyof typeof tableWord) => {
  const table = page.locator('.chart-table')
  await page.locator('summary', { hasText: tableWord[lang] }).click()
  expect(await table.isVisible()).toBe(true)
  expect(await table.locator('thead th').count()).toBeGreaterThan(1)
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(5)
  expect(await table.locator('tbody tr').first().textContent()).toMatch(/\d/)
}

describe.each(languages)('without a script, in $lang', ({ prefix, lang }) => {
  describe.each(looks)('at $width px, dark: $dark', (look) => {
    it.each(['/', ...slugs.map((slug) => `/charts/${slug}`)])(
      '%s shows picture, sentence, as-of line and table',
      async (path) => {
        const page = await site.open(pathIn(prefix, path), { ...look, script: false })
        expect(await page.locator('html').getAttribute('lang')).toBe(lang)
        await expectSeen(page, visible, look.dark)
        const figure = page.locator('figure', { has: page.locator(visible) })
        expect(await figure.locator('figcaption').textContent()).toMatch(/\d/)
        const said = figure.getByText(asOf[lang]).first()
        expect(await said.isVisible()).toBe(true)
        await expectTable(page, lang)
      },
    )

    it('a reserve shows its curve, sentence, as-of line and table', async () => {
      const page = await site.open(pathIn(prefix, '/lend/ethereum/WSTETH'), { ...look, script: false })
      await expectSeen(page, visible, look.dark)
      const block = page.locator('#curve')
      expect(await block.locator('p').first().textContent()).toMatch(/80\.05/)
      expect(await block.getByText(asOf[lang]).first().isVisible()).toBe(true)
      expect(await block.locator('table tbody tr').count()).toBe(7)
    })

    it.each(slugs)('the frame of %s shows picture, sentence, as-of line and table', async (slug) => {
      const page = await site.open(`/embed/v1/${slug}?locale=${lang}&v=1`, { ...look, script: false })
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      await expectSeen(page, '.p svg[role=img]:visible', look.dark)
      expect(await page.locator('figcaption').textContent()).toMatch(/\d/)
      expect(await page.locator('footer').textContent()).toMatch(asOf[lang])
      await expectTable(page, lang)
      expect(await page.locator('footer').isVisible()).toBe(true)
    })
  })

  it.each(slugs)('%s can be shared', async (slug) => {
    const page = await site.open(`${prefix}/charts/${slug}`, { width: 390, script: false })
    await page.locator('summary', { hasText: lang === 'en' ? 'Share' : '分享' }).click()
    const said = await page.locator('[data-copyable]:visible pre').allTextContents()
    expect(said[0]).toBe(`${site.url}${prefix}/charts/${slug}`)
    expect(said[1]).toMatch(/pin=/)
    expect(said.filter((text) => text.startsWith('<iframe'))).toHaveLength(2)
    expect(await page.locator('[style]').count()).toBe(0)
  })
})

describe('without a script', () => {
  it('the overview draws the way of each headline', async () => {
    const page = await site.open('/', { script: false })
    expect(await page.locator('main li > div > svg[role="img"]').count()).toBe(5)
  })

  it('days of one’s own are a plain form', async () => {
    const page = await site.open('/charts/tvl?mode=chain&v=1', { script: false })
    await page.locator('input[name=from]:visible').fill('2025-01-01')
    await page.locator('input[name=to]:visible').fill('2025-02-01')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(new URL(page.url()).searchParams.get('from')).toBe('2025-01-01')
    expect(new URL(page.url()).searchParams.get('mode')).toBe('chain')
    expect(await page.locator('h1').textContent()).toBe('Total value locked')
  })
})
