import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { ratioOf } from './interleave'
import { median, type Row, type Section, say, times } from './table'
import type { Web } from './web'

const rounds = 5
const slower = 1.2
const faster = 5
const mostBlocking = 0.35
/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 0.75 up, 150 ms; and a processor four times slower. */
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const processor = { rate: 4 }

/** Runs in the page, so it is text: keeps the moment of the first frame in which a drawn line or area is to be seen. */
const watch = `(() => {
  const isDrawn = (path) => (path.getAttribute('d') ?? '').length > 300 && path.getBoundingClientRect().width > 120
  const look = () => {
    if ([...document.querySelectorAll('svg path')].some(isDrawn)) window.charted = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()`

/** Runs in the page: adds up what every task of over 50 ms after the first paint has beyond them, as Lighthouse does. */
const watchBlocking = `(() => {
  window.blocked = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.blocked.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
})()`
const sumBlocking = `(() => {
  const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime
  return window.blocked.reduce((sum, [start, took]) => sum + (start + took > painted ? Math.max(0, took - 50) : 0), 0)
})()`
const quiet = 1_500

/** On the slow line and processor, in a context of its own: nothing is cached. */
const onPhone = async (browser: Browser, script: string, look: (page: Page) => Promise<number>): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
    await session.send('Emulation.setCPUThrottlingRate', processor)
    await page.addInitScript({ content: script })
    return await look(page)
  } finally {
    await context.close()
  }
}

/** Milliseconds from the start of navigation until the chart is there. */
const timeToChart = (browser: Browser, url: string): Promise<number> =>
  onPhone(browser, watch, async (page) => {
    await page.goto(url, { waitUntil: 'commit' })
    const found = await page.waitForFunction(() => Reflect.get(window, 'charted'), undefined, { timeout: 30_000 })
    return Number(await found.jsonValue())
  })

/** Milliseconds for which a tap would have waited, from the first paint until nothing is asked for and all is quiet. */
const blockingTime = (browser: Browser, url: string): Promise<number> =>
  onPhone(browser, watchBlocking, async (page) => {
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(quiet)
    return Number(await page.evaluate(sumBlocking))
  })

/** Goal 8: how long a reader with a slow line and phone waits for the first chart. */
export const chartTimeSection = async ({ ours, peers }: Web, signal: AbortSignal): Promise<Section> => {
  say(`Waiting for charts on slow 4G with a four times slower processor, ${rounds} rounds in turns…`)
  const subject = (url: string) => ({ url, taken: [] as number[], blocked: [] as number[] })
  const subjects = {
    page: subject(`${ours.url}/charts/tvl`),
    overview: subject(ours.url),
    embed: subject(`${ours.url}/embed/v1/tvl`),
    svg: subject(`${peers.url}/svg`),
    bare: subject(`${peers.url}/bare`),
    recharts: subject(`${peers.url}/recharts`),
    wagmi: subject(`${peers.url}/recharts-wagmi`),
  }
  // Made once before, so that no first visitor pays for it.
  for (const { url } of Object.values(subjects)) await fetch(url)
  const browser = await openBrowser()
  try {
    for (let round = 0; round < rounds; round++)
      for (const { url, taken } of Object.values(subjects)) {
        signal.throwIfAborted()
        taken.push(await timeToChart(browser, url))
      }
    say('…and for them to answer a tap…')
    for (let round = 0; round < rounds; round++)
      for (const { url, blocked } of [subjects.page, subjects.overview, subjects.svg, subjects.wagmi]) {
        signal.throwIfAborted()
        blocked.push(await blockingTime(browser, url))
      }
  } finally {
    await browser.close()
  }
  const { page, overview, embed, svg, bare, recharts, wagmi } = subjects
  const spread = (taken: readonly number[]) =>
    `${median(taken).toFixed(0)} ms (${Math.min(...taken).toFixed(0)}–${Math.max(...taken).toFixed(0)})`
  const of = ({ taken }: typeof page) => spread(taken)
  const row = (what: string, one: typeof page): Row => ({
    what,
    ours: of(one),
    peer: `recharts on load ${of(recharts)}, with wagmi ${of(wagmi)}`,
    floor: `static SVG page ${of(svg)}, bare document ${of(bare)}`,
    ratio: `${times(ratioOf(one, svg))} SVG page, ${times(ratioOf(one, bare))} bare; ${ratioOf(recharts, one).toFixed(1)}× faster`,
    goal: `≤ ${slower}× SVG page, ≥ ${faster}× faster`,
    met: ratioOf(one, svg) <= slower && ratioOf(recharts, one) >= faster,
  })
  const blocking = (what: string, one: typeof page): Row => {
    const share = median(one.blocked) / median(wagmi.blocked)
    return {
      what: `${what}, blocking time`,
      ours: spread(one.blocked),
      peer: `recharts with wagmi ${spread(wagmi.blocked)}`,
      floor: `static SVG page ${spread(svg.blocked)}`,
      ratio: `${times(share)} recharts with wagmi`,
      goal: `≤ ${mostBlocking}× recharts with wagmi`,
      met: share <= mostBlocking,
    }
  }
  return {
    title: '8 · Time to the first chart, slow 4G and a four times slower processor',
    rows: [
      row('/charts/tvl', page),
      row('/', overview),
      row('/embed/v1/tvl', embed),
      blocking('/charts/tvl', page),
      blocking('/', overview),
    ],
    notes: [
      `Until the first frame with a drawn line in it, in a new browser context each time; medians of ${rounds} rounds (least–most), ratios round by round. The static SVG page is a Next page of a heading and this chart’s own .svg, without style sheet or font; the bare document is the same without Next. The recharts page draws the same values; the one with wagmi does so inside wagmi’s and react-query’s providers, with one hook that asks no node.`,
      'Blocking time: what tasks of over 50 ms take beyond them, from the first paint until all is quiet.',
    ],
  }
}
