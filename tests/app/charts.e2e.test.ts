import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts'
import {
  type FixtureSite,
  openBrowser,
  openContext,
  startFixtureSite,
  violationsOf,
  watchFaults,
} from '../support/browser'
import { faultOf, fuzzedTargets } from '../support/fuzz'

const slugs = charts.map(({ slug }) => slug)
const languages = [
  { prefix: '', lang: 'en' },
  { prefix: '/zh-Hant', lang: 'zh-Hant' },
] as const

let site: FixtureSite
let browser: Browser

beforeAll(async () => {
  site = await startFixtureSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const visible = '[data-frame]:visible > svg'

/** Reaches for the chart, and waits for the interactive one. */
const reach = async (page: Page) => {
  const box = await page.locator('fieldset').first().boundingBox()
  if (!box) throw new Error('there is no chart to reach for')
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.4)
  await page.locator('[data-live] .recharts-surface').waitFor()
  await page.mouse.move(box.x + box.width * 0.61, box.y + box.height * 0.4)
  return box
}

describe.each(languages)('without a script, in $lang', ({ prefix, lang }) => {
  it.each(slugs)('%s shows picture, sentence, as-of, table and links', async (slug) => {
    const context = await openContext(browser, { width: 390, script: false })
    const page = await context.newPage()
    await page.goto(`${site.url}${prefix}/charts/${slug}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    expect(await page.locator(visible).count()).toBe(1)
    expect(await page.locator('figure figcaption').first().textContent()).toMatch(/\d/)
    expect(await page.locator('figure').first().textContent()).toMatch(
      lang === 'en' ? /As of .*\sUTC/ : /資料截至.*UTC/,
    )
    await page.locator('summary', { hasText: lang === 'en' ? 'Table' : '表格' }).click()
    expect(await page.locator('.chart-table tbody tr').count()).toBeGreaterThan(5)
    await page.locator('summary', { hasText: lang === 'en' ? 'Share' : '分享' }).click()
    const said = await page.locator('[data-copyable]:visible pre').allTextContents()
    expect(said[0]).toBe(`${site.url}${prefix}/charts/${slug}`)
    expect(said[1]).toMatch(/pin=/)
    expect(said.filter((text) => text.startsWith('<iframe'))).toHaveLength(2)
    expect(await page.locator('[style]').count()).toBe(0)
    await context.close()
  })
})

describe('the overview', () => {
  it('draws the total and the way of each headline', async () => {
    const context = await openContext(browser, { script: false })
    const page = await context.newPage()
    await page.goto(site.url)
    expect(await page.locator(visible).count()).toBe(1)
    expect(await page.locator('main li > div > svg[role="img"]').count()).toBe(5)
    await context.close()
  })
})

describe('the interactive chart', () => {
  it.each([
    ['/charts/tvl', 1280],
    ['/charts/rates?scale=log&v=1', 1280],
    ['/charts/tvl?scale=share&v=1', 800],
    ['/zh-Hant/charts/spk-vesting', 1280],
    ['/charts/spk-vesting?mode=yearly&v=1', 1280],
  ] as const)('%s at %d px has the picture’s ticks in their places, and moves nothing', async (path, width) => {
    const context = await openContext(browser, { width })
    const page = await context.newPage()
    const faults = watchFaults(page)
    await page.goto(site.url + path, { waitUntil: 'load' })
    const textsOf = (selector: string) =>
      page.locator(selector).evaluateAll((all) =>
        all.map((text) => {
          const { x, y } = text.getBoundingClientRect()
          return [text.textContent, Math.round(x), Math.round(y)] as const
        }),
      )
    const painted = await textsOf(`${visible} text`)
    await page.evaluate(() => {
      const moved: number[] = []
      Reflect.set(window, 'moved', moved)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push(Number(Reflect.get(entry, 'value')))
      }).observe({ type: 'layout-shift' })
    })
    await reach(page)
    const drawn = await textsOf('[data-live] .recharts-cartesian-axis-tick-value')
    expect(drawn.length).toBeGreaterThan(5)
    for (const [text, x, y] of drawn) {
      const same = painted.find(([said, px, py]) => said === text && Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1)
      expect([text, x, y, same !== undefined]).toEqual([text, x, y, true])
    }
    expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  it('says at its crosshair what the table says, by pointer and by keys', async () => {
    const context = await openContext(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/charts/rates`)
    await page.locator('fieldset').first().focus()
    await page.locator('[data-live]').waitFor()
    await page.keyboard.press('End')
    const crosshair = page.locator('[data-crosshair]')
    await crosshair.waitFor()
    const newest = await crosshair.textContent()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    const cells = await crosshair.locator('td').allTextContents()
    const day = await crosshair.locator('p').first().textContent()
    expect(await crosshair.textContent()).not.toBe(newest)
    const row = page.locator('.chart-table tbody tr', { hasText: day ?? '' }).first()
    expect((await row.locator('td').allTextContents()).slice(0, cells.length)).toEqual(cells)
    const blocks = await crosshair.locator('p').last().textContent()
    for (const block of (await row.locator('td').allTextContents()).slice(cells.length)) expect(blocks).toContain(block)
    await page.keyboard.press('Escape')
    expect(await crosshair.count()).toBe(0)
    await context.close()
  })

  it('gives way to the picture of another state', async () => {
    const context = await openContext(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/charts/tvl`)
    await reach(page)
    await page.getByRole('link', { name: 'share', exact: true }).first().click()
    await page.waitForURL(/scale=share/)
    await page.locator('[data-live]').waitFor({ state: 'detached' })
    expect(await page.locator(visible).evaluate((svg) => getComputedStyle(svg).visibility)).toBe('visible')
    await reach(page)
    expect(await page.locator('[data-live] .recharts-cartesian-axis-tick-value').allTextContents()).toContain(
      '100\u00a0%',
    )
    await context.close()
  })

  it('sets days by dragging, and back gives the view before', async () => {
    const context = await openContext(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/charts/tvl?mode=chain&v=1`)
    const box = await reach(page)
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.3, y)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, y, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL(/from=2024-\d\d-\d\d&to=202\d-\d\d-\d\d&mode=chain/)
    await page.goBack()
    await page.waitForURL(/\?mode=chain&v=1$/)
    await context.close()
  })
})

describe('a view', () => {
  it('reached by clicking is restored from its address', { retry: 2 }, async () => {
    const context = await openContext(browser)
    const page = await context.newPage()
    await page.goto(`${site.url}/charts/tvl`)
    const clicks = ['by chain', '90 d', 'share', 'Base', 'Arbitrum']
    for (const name of clicks) {
      const before = page.url()
      await page.getByRole('link', { name, exact: true }).first().click()
      await page.waitForURL((url) => url.href !== before)
      await page.waitForLoadState('networkidle')
    }
    const pictureOf = (of: Page) => of.locator(visible).innerHTML()
    const [reached, address] = [await pictureOf(page), page.url()]
    expect(address).toContain('chains=base,arbitrum')
    const other = await context.newPage()
    await other.goto(address)
    expect(await pictureOf(other)).toBe(reached)
    await page.goBack()
    await page.waitForURL((url) => url.href !== address)
    await page.goForward()
    await page.waitForURL(address)
    // The address changes first and the page follows, without a request that could be waited for.
    await expect.poll(() => pictureOf(page), { timeout: 10_000 }).toBe(reached)
    await context.close()
  })

  it('of days of one’s own is a plain form', async () => {
    const context = await openContext(browser, { script: false })
    const page = await context.newPage()
    await page.goto(`${site.url}/charts/tvl?mode=chain&v=1`)
    await page.locator('input[name=from]:visible').fill('2025-01-01')
    await page.locator('input[name=to]:visible').fill('2025-02-01')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(new URL(page.url()).searchParams.get('from')).toBe('2025-01-01')
    expect(new URL(page.url()).searchParams.get('mode')).toBe('chain')
    expect(await page.locator('h1').textContent()).toBe('Total value locked')
    await context.close()
  })
})

describe('siblings', () => {
  it.each(languages)('show the same figures in page, .svg, .json and card in $lang', async ({ prefix }) => {
    const get = async (path: string) => (await fetch(site.url + prefix + path)).text()
    const [html, svg, json] = await Promise.all(['/charts/tvl', '/charts/tvl.svg', '/charts/tvl.json'].map(get))
    const { caption } = JSON.parse(json ?? '') as { caption: string }
    expect(svg).toContain(`<desc id="tvl-w-d">${caption}</desc>`)
    expect(html).toContain(caption)
    expect(html).toContain(`<meta property="og:description" content="${caption}"/>`)
    expect(html).toContain(`<meta property="og:image" content="${site.url}${prefix}/charts/tvl.png"/>`)
    expect(html?.indexOf('og:image')).toBeLessThan(html?.indexOf('</head>') ?? 0)
  })

  it('are 1200 × 630 as PNG, each language its own', async () => {
    const bytes = await Promise.all(
      ['/charts/tvl.png', '/zh-Hant/charts/tvl.png', '/charts/tvl.png?theme=dark&v=1'].map(async (path) =>
        Buffer.from(await (await fetch(site.url + path)).arrayBuffer()),
      ),
    )
    for (const png of bytes) expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect(new Set(bytes.map((png) => png.toString('base64'))).size).toBe(3)
  })

  it('unfold to a frame by oEmbed, and to nothing of other sites', async () => {
    const asked = (url: string) => fetch(`${site.url}/api/oembed?url=${encodeURIComponent(url)}`)
    const answer = (await (await asked(`${site.url}/zh-Hant/charts/rates?mode=borrow&v=1`)).json()) as { html: string }
    expect(answer.html).toContain(`src="${site.url}/embed/v1/rates?mode=borrow&amp;locale=zh-Hant&amp;v=1"`)
    expect((await asked('https://example.org/charts/tvl')).status).toBe(400)
    expect((await asked(`${site.url}/lend`)).status).toBe(400)
  })

  it('answer 304 by their tag, and pins for ever', async () => {
    for (const path of ['/charts/tvl.json', '/charts/tvl.svg', '/charts/tvl.png', '/charts/tvl.csv', '/embed/v1/tvl']) {
      const tag = (await fetch(site.url + path)).headers.get('etag') ?? ''
      expect(tag).not.toBe('')
      expect((await fetch(site.url + path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    }
    const pinned = await fetch(`${site.url}/charts/tvl.json?pin=2025-01-01..2025-06-30&v=1`)
    expect(pinned.headers.get('cache-control')).toContain('immutable')
  })
})

describe('what is asked wrongly', () => {
  it.each(['/charts/tvl', '/zh-Hant/charts/tvl', '/charts/tvl.json', '/charts/tvl.png', '/embed/v1/tvl'])(
    'gets a 400 from %s that says what is allowed and repeats nothing',
    async (path) => {
      const answer = await fetch(`${site.url}${path}?scale=xQz7%3Cscript%3E`)
      const body = await answer.text()
      expect(answer.status).toBe(400)
      expect(body).toContain('linear, share, log')
      expect(body).not.toContain('xQz7')
    },
  )

  it.each(['/charts/nope', '/charts/nope.json', '/embed/v1/nope', '/charts/tvl.json?pin='.concat('c'.repeat(64))])(
    '%s is not found',
    async (path) => {
      expect((await fetch(site.url + path)).status).toBe(404)
    },
  )

  it('never breaks a page, and is never repeated', async () => {
    for (const asked of fuzzedTargets(2, 150, site.url, ['page'])) {
      const answer = await fetch(site.url + asked.target, { redirect: 'manual' })
      const { status } = answer
      const said = {
        status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      }
      expect(faultOf(asked, said)).toBeNull()
      expect([200, 308, 400, 404, 414]).toContain(status)
    }
  })
})

describe.each(languages)('pages of charts in $lang', ({ prefix }) => {
  it.each([
    { width: 1280, dark: false },
    { width: 390, dark: true },
  ])('break no rule of accessibility or of their own policy at $width px, dark: $dark', async (look) => {
    const context = await openContext(browser, look)
    for (const path of [
      '/charts',
      ...slugs.map((slug) => `/charts/${slug}`),
      '/charts/tvl?pin=2025-01-01..2025-06-30&v=1',
    ]) {
      const page = await context.newPage()
      const faults = watchFaults(page)
      await page.goto(`${site.url}${prefix}${path}`, { waitUntil: 'load' })
      for (const summary of await page.locator('summary:visible').all()) await summary.click()
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0])
      expect([path, await violationsOf(page)]).toEqual([path, []])
      expect([path, faults]).toEqual([path, []])
      await page.close()
    }
    await context.close()
  })
})
