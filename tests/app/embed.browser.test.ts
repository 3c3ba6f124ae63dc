import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { violationsOf, watchFaults } from '../support/browser'
import { chartSnapshot } from '../support/fixture-history'
import { recordShifts, shiftsOf } from '../support/layout-shifts'
import { withSite } from '../support/with-site'

const slugs = charts.map(({ slug }) => slug)

const site = withSite()
let host: Server
let hostUrl = ''
/** What the host page holds; each test sets its own. */
let hostBody = ''

beforeAll(async () => {
  host = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>host</title><h1>A page of someone else</h1>${hostBody}`)
  })
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  // safe: a server that listens on a port has an address with one
  hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`
})

afterAll(() => host?.close())

const frame = (path: string, width = '100%', height = 500) =>
  `<p><iframe src="${site.url}${path}" title="x" width="${width}" height="${height}" loading="lazy" style="border:0"></iframe></p>`

const embeds = () => [
  frame('/embed/v1/tvl'),
  frame(`/embed/v1/rates?pin=${chartSnapshot.id}&v=1`),
  frame('/embed/v1/tvl?theme=dark&v=1', '640'),
  frame('/embed/v1/spk-vesting?locale=zh-Hant&v=1', '720'),
  frame('/embed/v1/rates', '320'),
]

const openHost = async (body: string, width = 1000): Promise<{ page: Page; frames: readonly Frame[] }> => {
  hostBody = body
  const context = await site.context({ width, height: 3200 })
  const page = await context.newPage()
  await page.addInitScript(recordShifts, true)
  await page.goto(hostUrl, { waitUntil: 'networkidle' })
  const frames = page.frames().filter((each) => each !== page.mainFrame())
  return { page, frames }
}

const overflow = (of: Frame) =>
  of.evaluate(() => {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement
    return [scrollHeight - clientHeight, scrollWidth - clientWidth]
  })

describe('five frames in another site’s page', () => {
  it.each(['', 'with the host script'])('scroll nowhere and move nothing %s', async (script) => {
    const tag = script === '' ? '' : `<script async src="${site.url}/embed.js"></script>`
    const { page, frames } = await openHost(embeds().join('') + tag)
    expect(frames).toHaveLength(5)
    for (const each of frames) {
      expect([each.url(), await overflow(each)]).toEqual([each.url(), [0, 0]])
      const text = await each.locator('body').textContent()
      expect(text).toMatch(/Verify|驗證/)
      expect(text).toMatch(/UTC/)
      const chart = await each.locator('.p svg[role=img]:visible').boundingBox()
      expect(chart?.height).toBeGreaterThan(150)
    }
    expect(await shiftsOf(page)).toEqual([])
  })

  it.each([320, 360, 480, 640, 1000])('scroll nowhere at %d px, however low they are', async (width) => {
    const { frames } = await openHost(
      slugs
        .flatMap((slug) => [260, 400, 500, 700].map((height) => frame(`/embed/v1/${slug}`, String(width), height)))
        .join(''),
    )
    for (const each of frames) expect([each.url(), await overflow(each)]).toEqual([each.url(), [0, 0]])
  })

  it('show their table where the picture was, and move neither themselves nor the page around them', async () => {
    const { page, frames } = await openHost(embeds().join(''))
    for (const each of frames) {
      await each.locator('summary').click()
      expect(await each.locator('tbody tr').first().isVisible()).toBe(true)
      expect(await each.locator('.p').isVisible()).toBe(false)
      expect([each.url(), await overflow(each)]).toEqual([each.url(), [0, 0]])
    }
    expect(await shiftsOf(page)).toEqual([])
  })

  it('get the height they ask for from the host script, which believes nobody else', async () => {
    const { page, frames } = await openHost(
      `${frame('/embed/v1/tvl', '640', 120)}<script async src="${site.url}/embed.js"></script>`,
    )
    const heightOf = () => page.locator('iframe').evaluate((element) => element.getBoundingClientRect().height)
    await page.waitForFunction(() => (document.querySelector('iframe')?.getBoundingClientRect().height ?? 0) > 300)
    // a message to oneself: heard last by whoever listens last, so that the script has had its say
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          addEventListener('message', ({ source }) => source === window && resolve())
          postMessage({ type: 'sparkscope:height', id: 'tvl', height: 3000 }, '*')
        }),
    )
    expect(await heightOf()).toBeLessThan(3000)
    // what is too much is cut, and as soon as the frame sees how high it is it asks for less
    const heights = page.locator('iframe').evaluate(
      (element) =>
        new Promise<readonly string[]>((resolve) => {
          const seen: string[] = []
          new MutationObserver(() => {
            if (!(element instanceof HTMLElement)) return
            seen.push(element.style.height)
            if (seen.includes('4000px') && element.style.height !== '4000px') resolve(seen)
          }).observe(element, { attributeFilter: ['style'] })
          document.documentElement.dataset.watched = 'true'
        }),
    )
    await page.locator('html[data-watched]').waitFor()
    await frames[0]?.evaluate(() => parent.postMessage({ type: 'sparkscope:height', id: 'tvl', height: 1e9 }, '*'))
    expect((await heights).every((height) => Number.parseInt(height, 10) <= 4000)).toBe(true)
  })

  it('say their name and height to whoever frames them', async () => {
    hostBody = `<script>addEventListener('message',e=>{(window.said=window.said||[]).push(e.data)})</script>${frame('/embed/v1/rates').replace('<iframe', '<iframe name="mine"')}`
    const page = await site.open(null, { width: 800 })
    await page.goto(hostUrl)
    await page.waitForFunction(() => Reflect.get(window, 'said') !== undefined)
    const said = (await page.evaluate(() => Reflect.get(window, 'said'))) as {
      type: string
      id: string
      height: number
    }[]
    expect(said[0]).toEqual({ type: 'sparkscope:height', id: 'mine', height: 500 })
  })
})

describe('framing', () => {
  it.each(['/', '/charts/tvl', '/lend', '/charts', '/charts/tvl.csv', '/api/v1/numbers'])(
    'is refused by %s',
    async (path) => {
      const { headers } = await fetch(site.url + path)
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    },
  )

  it('is allowed by a drawing, which may stand in a frame as in any picture', async () => {
    const { headers } = await fetch(`${site.url}/charts/tvl.svg`)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each(slugs)('is allowed by the frame of %s, whatever its state', async (slug) => {
    for (const query of ['', '?theme=dark&v=1', '?range=nonsense']) {
      const { headers } = await fetch(`${site.url}/embed/v1/${slug}${query}`)
      expect(headers.get('x-frame-options')).toBeNull()
      expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
    }
  })

  it('of a page shows nothing of it', async () => {
    const { frames } = await openHost(frame('/charts/tvl'))
    expect(await frames[0]?.locator('figure').count()).toBe(0)
  })
})

describe('a frame', () => {
  it.each(slugs)('of %s is one request and at most 15 kB compressed', async (slug) => {
    const page = await site.open(null, { width: 640 })
    const faults = watchFaults(page)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(`${site.url}/embed/v1/${slug}`, { waitUntil: 'networkidle' })
    expect(requests).toHaveLength(1)
    const body = await (await fetch(`${site.url}/embed/v1/${slug}`)).text()
    expect(gzipSync(body).length).toBeLessThanOrEqual(15_000)
    expect(faults).toEqual([])
  })

  it('says its readings by pointer and by keys', async () => {
    const page = await site.open('/embed/v1/tvl', { width: 640 })
    const box = await page.locator('.p').boundingBox()
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 80)
    expect(await page.locator('#t').textContent()).toMatch(/202[45].*Lend/)
    await page.mouse.move(2, 2)
    expect(await page.locator('#t').isVisible()).toBe(false)
    await page.locator('.p').focus()
    await page.keyboard.press('End')
    expect(await page.locator('#t').textContent()).toMatch(/1\sJul\s2025/)
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('#t').textContent()).toMatch(/Jun\s2025/)
    await page.keyboard.press('Escape')
    expect(await page.locator('#t').isVisible()).toBe(false)
  })

  it('hides its controls when told to, and keeps its look when they are used', async () => {
    const page = await site.open('/embed/v1/tvl?controls=0&v=1', { width: 640 })
    expect(await page.locator('nav').count()).toBe(0)
    await page.goto(`${site.url}/embed/v1/tvl?theme=dark&locale=zh-Hant&v=1`)
    await page.getByRole('link', { name: '比重' }).click()
    expect(new URL(page.url()).search).toBe('?scale=share&theme=dark&locale=zh-Hant&v=2')
  })

  it.each([
    ['light', 640],
    ['dark', 320],
  ] as const)('breaks no rule of accessibility, %s at %d px', async (theme, width) => {
    const context = await site.context({ width })
    for (const slug of slugs) {
      const page = await context.newPage()
      await page.goto(`${site.url}/embed/v1/${slug}?theme=${theme}&v=1`)
      expect([slug, await violationsOf(page)]).toEqual([slug, []])
      await page.close()
    }
  })
})
