import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { violationsOf, watchFaults } from '../support/browser'
import { fixtureStored } from '../support/fixture-history'
import { faultOf, fuzzedTargets } from '../support/fuzz'
import { languages, withSite } from '../support/with-site'

const slugs = charts.map(({ slug }) => slug)
const site = withSite()

describe('siblings', () => {
  it.each(languages)('show the same figures in page, .svg, .json and card in $lang', async ({ prefix }) => {
    const get = async (path: string) => (await fetch(site.url + prefix + path)).text()
    const [html, svg, json] = await Promise.all(['/charts/tvl', '/charts/tvl.svg', '/charts/tvl.json'].map(get))
    const { caption } = JSON.parse(json ?? '') as { caption: string }
    expect(svg).toMatch(/<desc id="tvl-[a-z0-9]+-d">/)
    expect(svg).toContain(`-d">${caption}`)
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
    expect(answer.html).toContain(`src="${site.url}/embed/v1/rates?mode=borrow&amp;locale=zh-Hant&amp;v=2"`)
    expect((await asked('https://example.org/charts/tvl')).status).toBe(404)
    expect((await asked(`${site.url}/lend`)).status).toBe(404)
  })

  it('answer 304 by their tag, and pins for ever', async () => {
    for (const path of ['/charts/tvl.json', '/charts/tvl.svg', '/charts/tvl.png', '/charts/tvl.csv', '/embed/v1/tvl']) {
      const tag = (await fetch(site.url + path)).headers.get('etag') ?? ''
      expect(tag).not.toBe('')
      expect((await fetch(site.url + path, { headers: { 'if-none-match': tag } })).status).toBe(304)
    }
    const pinned = await fetch(`${site.url}/charts/tvl.json?pin=2025-01-01..2025-06-30@${fixtureStored}&v=1`)
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
    const context = await site.context(look)
    for (const path of [
      '/charts',
      ...slugs.map((slug) => `/charts/${slug}`),
      '/charts/tvl?pin=2025-01-01..2025-06-30&v=1',
    ]) {
      const page = await context.newPage()
      const faults = watchFaults(page)
      await page.goto(`${site.url}${prefix}${path}`, { waitUntil: 'load' })
      // the menu at the top last: open, it lies over what is below
      for (const summary of (await page.locator('summary:visible').all()).reverse()) await summary.click()
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0])
      expect([path, await violationsOf(page)]).toEqual([path, []])
      expect([path, faults]).toEqual([path, []])
      await page.close()
    }
  })
})
