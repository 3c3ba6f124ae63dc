import { beforeEach, describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { startFakeSite } from '../server/fake-site'
import { chartHandlers } from '../support/chart-handlers'
import { type FixtureState, fixtureAppRuntime } from '../support/fixture-app-runtime'
import { chartSnapshot } from '../support/fixture-history'

let state: FixtureState = 'whole'

beforeEach(() => setAppRuntime(fixtureAppRuntime(() => state)))

const slugs = charts.map(({ slug }) => slug)
const prefixes = ['', '/zh-Hant']
const dataOf = (slug: string): readonly string[] =>
  prefixes.flatMap((prefix) =>
    ['svg', 'png', 'csv', 'json'].map((extension) => `${prefix}/charts/${slug}.${extension}`),
  )
const data = slugs.flatMap(dataOf)
const framesOf = (slug: string) => [`/embed/v1/${slug}`, `/embed/v1/${slug}?locale=zh-Hant`] as const

/** What the process read before does not help: each test begins with another newest snapshot. */
const fresh = async (next: FixtureState, first: FixtureState = 'nothing') => {
  state = first
  const site = await startFakeSite(chartHandlers, { maxBytes: 96_000_000 })
  if (first === 'nothing') await site.get('/charts/tvl.json')
  state = next
  return site
}

describe.each([
  [
    'the database is away',
    'away',
    'store-unavailable',
    'The chart’s history cannot be read at the moment',
    '目前讀不到圖表的歷史資料',
  ],
  ['there is no snapshot yet', 'nothing', 'not-ready', 'The first snapshot is being taken.', '正在擷取第一份快照。'],
  ['no chain could be read yet', 'unread', 'not-ready', 'The first snapshot is being taken.', '正在擷取第一份快照。'],
] as const)('where %s', (_, now, code, english, chinese) => {
  it('data and pictures are a problem to ask about again', async () => {
    const site = await fresh(now)
    for (const path of data) {
      const { status, headers, body } = await site.get(path)
      expect([path, status, headers['content-type']]).toEqual([path, 503, 'application/problem+json; charset=utf-8'])
      expect([headers['retry-after'], headers['cache-control']]).toEqual(['5', 'no-store'])
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(JSON.parse(String(body))).toMatchObject({ code, status: 503, title: expect.stringMatching(/\w\.$/) })
    }
    expect(site.failures).toEqual([])
  })

  it.each(slugs)('the frame of %s says so in its language, in one sentence', async (slug) => {
    const site = await fresh(now)
    for (const [i, path] of framesOf(slug).entries()) {
      const { status, headers, body } = await site.get(path)
      expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store'])
      expect(headers['content-security-policy']).toContain('frame-ancestors *')
      expect(String(body)).toContain(i === 0 ? english : chinese)
      expect(String(body)).toContain(i === 0 ? '<html lang="en">' : '<html lang="zh-Hant">')
      expect(String(body)).not.toMatch(/1970|NaN|undefined/)
    }
  })

  it('what an address may hold is still said first where that needs no reading', async () => {
    const site = await fresh(now)
    expect((await site.get('/charts/none.json')).status).toBe(404)
    expect((await site.get('/embed/v1/none')).status).toBe(404)
  })
})

it('before anything is read oEmbed waits too, for nobody can say yet what a link may name', async () => {
  const site = await fresh('unread')
  const url = encodeURIComponent(`http://127.0.0.1:${site.port}/charts/tvl`)
  const { status, headers, body } = await site.get(`/api/oembed?url=${url}`)
  expect([status, headers['retry-after'], JSON.parse(String(body)).code]).toEqual([503, '5', 'not-ready'])
})

describe('when the database goes away', () => {
  it('what was answered goes on being answered, with its bytes and its tag, and is renewed when it is back', async () => {
    const site = await fresh('whole', 'whole')
    const paths = [...data, ...slugs.flatMap(framesOf), '/api/v1/series?number=tvl.total-usd:all:TOTAL']
    const before = new Map<string, string>()
    for (const path of paths) {
      const { status, headers } = await site.get(path)
      expect([path, status]).toEqual([path, 200])
      before.set(path, headers.etag ?? '')
    }
    setAppRuntime({ ...fixtureAppRuntime(() => state), latest: () => ({ ...chartSnapshot, id: 'c'.repeat(64) }) })
    site.setVersion('second')
    state = 'away'
    for (const path of paths) {
      const { status, headers, body } = await site.get(path)
      expect([path, status, headers.etag]).toEqual([path, 200, before.get(path)])
      expect(body.length).toBeGreaterThan(200)
    }
    const asked = site.filled.length
    await site.get('/embed/v1/tvl')
    expect(site.filled).toHaveLength(asked)
    expect((await site.get('/charts/tvl.json?range=90d')).status).toBe(503)
    state = 'whole'
    site.pass(3)
    await site.get('/embed/v1/tvl')
    expect(site.filled).toHaveLength(asked + 2)
    expect((await site.get('/charts/tvl.json?range=90d')).status).toBe(200)
  })

  it('what was read since the newest snapshot came in is drawn in any way', async () => {
    const site = await fresh('whole', 'whole')
    expect((await site.get('/charts/tvl.json')).status).toBe(200)
    state = 'away'
    for (const path of [
      '/charts/tvl.svg',
      '/charts/tvl.png?theme=dark',
      '/embed/v1/tvl?range=90d',
      '/zh-Hant/charts/tvl.csv',
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 200])
  })
})

it('a frame says what an address may hold in its own language', async () => {
  const site = await fresh('whole', 'whole')
  const asked = 'scale=cubic&chains=mars&from=2025-01-01&locale='
  const [english, chinese] = [
    await site.get(`/embed/v1/tvl?${asked}en`),
    await site.get(`/embed/v1/tvl?${asked}zh-Hant`),
  ]
  expect([english.status, chinese.status]).toEqual([400, 400])
  expect(String(english.body)).toContain('scale may be linear, share, log.')
  expect(String(chinese.body)).toContain('scale 可為：linear, share, log。')
  expect(String(chinese.body)).toContain('from 與 to 須一併給出')
  expect(String(chinese.body).replace(/<style[\s\S]*?<\/style>/g, '')).not.toMatch(/may be|such as|commas/)
})
