import { describe, expect, it } from 'vitest'
import { violationsOf, watchFaults } from '../support/browser'
import { languages, looks, pathIn, withSite } from '../support/with-site'

/** Every page once, as a path without language. */
const pages = [
  '/',
  '/lend',
  '/savings',
  '/liquidity',
  '/rwa',
  '/spk',
  '/lend/ethereum/WSTETH',
  '/lend/ethereum/RETH',
  '/lend/ethereum/GNO',
  '/numbers/tvl.total-usd:all:TOTAL',
  '/numbers/lend.borrow-apy:ethereum:USDC',
  '/numbers/lend.available-usd:gnosis:GNO',
  '/method',
  '/status',
] as const
const missing = ['/nowhere', '/numbers/lend.borrow-apy:ethereum:USDD', '/lend/ethereum/USDD'] as const

const site = withSite()

describe.each(languages)('pages in $lang', ({ prefix, lang }) => {
  it.each([...pages, ...missing])(
    '%s stands whole without a script, in its language, inside a phone’s width',
    async (path) => {
      const page = await site.open(pathIn(prefix, path), { width: 390, script: false })
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await page.locator('h1').count()).toBe(1)
      expect((await page.title()).length).toBeGreaterThan(10)
      expect(await page.locator('[style]').count()).toBe(0)
      expect(await page.locator('main').textContent()).not.toMatch(/NaN|undefined|\[object|Infinity/)
      const { width, height } = (await page.locator('body').boundingBox()) ?? { width: 0, height: 0 }
      expect(width).toBeLessThanOrEqual(390)
      expect(height).toBeGreaterThan(300)
    },
  )

  describe.each(looks)('at $width px, dark: $dark', (look) => {
    it.each([...pages, ...missing])('%s breaks no rule of accessibility or of its own policy', async (path) => {
      const page = await site.open(null, look)
      const faults = watchFaults(page)
      await page.goto(site.url + pathIn(prefix, path), { waitUntil: 'load' })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      expect(await violationsOf(page)).toEqual([])
      if (!missing.some((each) => each === path)) expect(faults).toEqual([])
    })
  })

  it.each([...pages, ...missing])('%s fits into 320 px', async (path) => {
    const page = await site.open(pathIn(prefix, path), { width: 320 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  })
})

describe('a missing page', () => {
  it.each(missing)('%s answers 404 and is not listed', async (path) => {
    const answer = await fetch(site.url + path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"/>')
  })

  it('names numbers that look like the one asked for', async () => {
    const html = await (await fetch(`${site.url}/numbers/lend.borrow-apy:ethereum:USDD`)).text()
    expect(html).toContain('href="/numbers/lend.borrow-apy:ethereum:USDC"')
  })
})

it('the page of a number refuses an earlier time instead of showing what is now under it', async () => {
  const path = '/numbers/lend.borrow-apy:ethereum:USDC'
  for (const prefix of ['', '/zh-Hant']) {
    const now = await fetch(`${site.url}${prefix}${path}`)
    const then = await fetch(`${site.url}${prefix}${path}?at=1700000000`)
    expect([now.status, then.status]).toEqual([200, 400])
    const html = await then.text()
    expect(html).toContain(`href="${prefix}${path}"`)
    expect(html).not.toContain('data-proof')
  }
})

describe('with a script', () => {
  it('a number opens its proof in place, and Escape gives the page back', async () => {
    const page = await site.open('/')
    const number = page.locator('main a[data-number="lend.borrow-apy:ethereum:USDC"]').first()
    await number.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Pool.getReserveData').first().waitFor()
    expect(await dialog.locator('pre').first().textContent()).toContain('$RPC_URL_1')
    expect(new URL(page.url()).pathname).toBe('/')
    await page.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('a table is one stop for the Tab key, with arrows inside and Escape back to it', async () => {
    const page = await site.open('/lend')
    const table = page.locator('#lend-ethereum')
    const isIn = () => table.evaluate((each) => each.contains(document.activeElement))
    const row = () => page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex ?? null)
    await table.focus()
    await page.keyboard.press('Tab')
    expect(await isIn()).toBe(false)
    await page.keyboard.press('Shift+Tab')
    expect(await table.evaluate((each) => each === document.activeElement)).toBe(true)
    const rows: (number | null)[] = []
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('ArrowDown')
      rows.push(await row())
    }
    expect(rows).toEqual([0, 1, 2])
    await page.keyboard.press('ArrowUp')
    expect(await row()).toBe(1)
    await page.keyboard.press('Escape')
    expect(await table.evaluate((each) => each === document.activeElement)).toBe(true)
  })

  it('the theme follows the reader’s choice on the next page, before it is painted', async () => {
    const page = await site.open('/')
    await page.locator('[data-theme-switch]').click()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.goto(`${site.url}/status`, { waitUntil: 'commit' })
    await page.waitForSelector('html[data-theme="dark"]', { state: 'attached' })
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(background).toBe('rgb(16, 18, 22)')
  })

  it('the language switch keeps the page', async () => {
    const page = await site.open('/numbers/tvl.total-usd:all:TOTAL')
    await page.getByRole('link', { name: '繁中' }).click()
    expect(new URL(page.url()).pathname).toBe('/zh-Hant/numbers/tvl.total-usd:all:TOTAL')
  })
})
