import { request } from 'node:http'
import { expect, it } from 'vitest'
import { createCountedLog } from '@/lib/server/counted-log'
import { laneLimits } from '@/lib/server/lanes'
import { until } from '../support/until'
import { type FakeSite, pageUpstream, startFakeSite } from './fake-site'

const series = (i: number) => `/api/v1/series?number=tvl.total-usd%3Aall%3ATOTAL&to=${1_700_000_000 + i}`
const picture = (i: number) => `/charts/tvl.png?from=2025-01-01&to=${2030 + i}-01-01`
const page = (i: number) => `/lend?sort=lend.${i}`

/** A site whose endlessly many answers are held until they are let go, one after another. */
const startHeld = async () => {
  const held: (() => void)[] = []
  const site = await startFakeSite(async (incoming, response) => {
    if (incoming.url?.includes('?')) await new Promise<void>((go) => held.push(go))
    await pageUpstream(incoming, response)
  })
  const letGo = async (all: Promise<unknown>) => {
    let isOver = false
    const over = () => {
      isOver = true
    }
    all.then(over, over)
    while (!isOver) {
      held.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { site, held, letGo }
}

const statusesOf = async (answers: readonly Promise<{ readonly status: number }>[]) =>
  (await Promise.all(answers)).map(({ status }) => status)

/** Until all that was asked has come to a lane: some runs, some waits, the rest is refused. */
const full = ({ lanes }: FakeSite, lane: keyof typeof laneLimits, asked: number) =>
  until(`${asked} questions in the lane of ${lane}`, () => {
    const { running, waiting, refused } = lanes[lane].report
    return running + waiting + refused === asked
  })

it.each([
  ['data', series, 300],
  ['pictures', picture, 140],
  ['pages', page, 200],
] as const)('answers health and all that is not %s while a flood of them waits', async (lane, path, count) => {
  const { site, held, letGo } = await startHeld()
  expect((await site.get('/')).status).toBe(200)
  const flood = Array.from({ length: count }, (_, i) => site.get(path(i)))
  await full(site, lane, count)
  const { running, waiting } = laneLimits[lane]
  expect(held).toHaveLength(running)
  expect(site.lanes[lane].report).toEqual({ running, waiting, refused: count - running - waiting })
  for (const calm of ['/healthz', '/readyz', '/', '/lend', '/api/v1/status', '/charts/tvl'])
    expect((await site.get(calm)).status).toBe(200)
  const answered = statusesOf(flood)
  await letGo(answered)
  const statuses = await answered
  expect(statuses.filter((status) => status === 200)).toHaveLength(running + waiting)
  expect(statuses.filter((status) => status === 503)).toHaveLength(count - running - waiting)
})

it('says in one sentence that it is busy, and when to ask again', async () => {
  const { site, letGo } = await startHeld()
  const flood = Array.from({ length: 300 }, (_, i) => site.get(series(i)))
  const refused = await Promise.race(flood)
  expect([refused.status, refused.headers['retry-after'], refused.headers['cache-control']]).toEqual([
    503,
    '2',
    'no-store',
  ])
  expect(JSON.parse(String(refused.body))).toMatchObject({
    code: 'unavailable',
    detail: 'Too much of this kind is waiting already: try again in a few seconds.',
  })
  await letGo(Promise.all(flood))
})

it('answers a second reader long before the first one’s fiftieth question', async () => {
  const { site, letGo } = await startHeld()
  const first = Array.from({ length: 50 }, (_, i) => site.get(series(i), { 'x-test-client': 'first' }))
  await full(site, 'data', 50)
  const second = site.get(series(1_000), { 'x-test-client': 'second' })
  await full(site, 'data', 51)
  await letGo(Promise.all([...first, second]))
  expect(site.filled.findIndex((url) => url.includes('1700001000'))).toBeLessThanOrEqual(laneLimits.data.running + 1)
  expect(site.filled).toHaveLength(51)
})

it('lets a second reader in where the first one has filled the queue', async () => {
  const { site, letGo } = await startHeld()
  const first = Array.from({ length: 300 }, (_, i) => site.get(series(i), { 'x-test-client': 'first' }))
  await full(site, 'data', 300)
  const second = site.get(series(1_000), { 'x-test-client': 'second' })
  await full(site, 'data', 301)
  await letGo(Promise.all([...first, second]))
  expect((await second).status).toBe(200)
})

/** Asks, and leaves when told to. */
const askAndLeave = (port: number, path: string) => {
  const asked = request({ host: '127.0.0.1', port, path, agent: false })
  asked.on('error', () => {})
  asked.end()
  return () => asked.destroy()
}

it('never begins what a reader who has left had asked for', async () => {
  const { site, letGo } = await startHeld()
  const running = [0, 1].map((i) => site.get(series(i)))
  await full(site, 'data', 2)
  const leave = askAndLeave(site.port, series(2))
  await full(site, 'data', 3)
  const staying = site.get(series(3))
  await full(site, 'data', 4)
  leave()
  await until('the end of what was left', () => site.lanes.data.report.waiting === 1)
  await letGo(Promise.all([...running, staying]))
  expect(site.filled.map((url) => url.slice(-1))).toEqual(['0', '1', '3'])
  expect([site.lanes.data.report.refused, site.failures]).toEqual([0, []])
})

it('makes an answer for whoever still waits, where another who asked for the same has left', async () => {
  const { site, letGo } = await startHeld()
  const leave = askAndLeave(site.port, series(0))
  await until('the first question', () => site.filled.length === 1)
  const staying = site.get(series(0))
  // a question that was asked later is answered later
  await site.get('/healthz')
  leave()
  await letGo(staying)
  expect([(await staying).status, site.filled.length]).toEqual([200, 1])
})

it('tells the upstream to end what it has begun for nobody, and waits until it has before it begins another', async () => {
  let closed = 0
  const ends: (() => void)[] = []
  const site = await startFakeSite(async (incoming, response) => {
    response.once('close', () => {
      closed += response.writableFinished ? 0 : 1
    })
    await new Promise<void>((end) => ends.push(end))
    if (!response.destroyed) await pageUpstream(incoming, response)
  })
  const leave = askAndLeave(site.port, series(0))
  await until('the first question', () => ends.length === 1)
  leave()
  await until('the end of its connection', () => closed === 1)
  expect(site.lanes.data.report.running).toBe(1)
  ends[0]?.()
  await until('the end of its work', () => site.lanes.data.report.running === 0)
  expect(site.failures).toEqual([])
})

it('counts the lines of a flood', async () => {
  const { site, letGo } = await startHeld()
  const flood = Array.from({ length: 300 }, (_, i) => site.get(series(i)))
  await full(site, 'data', 300)
  await letGo(Promise.all(flood))
  const refused = 300 - laneLimits.data.running - laneLimits.data.waiting
  expect(site.failures).toHaveLength(refused)
  const lines: string[] = []
  const log = createCountedLog((line) => lines.push(line))
  for (const failure of site.failures) log.write(failure.slice(failure.indexOf(': ') + 2), failure)
  log.flush()
  expect(lines).toEqual([
    '/api/v1/series: Too much of this kind is waiting already: try again in a few seconds.',
    `… and ${refused - 1} more in the last minute: Too much of this kind is waiting already: try again in a few seconds.`,
  ])
})
