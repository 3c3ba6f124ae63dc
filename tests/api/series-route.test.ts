import { beforeAll, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/series/route'
import { type AppRuntime, setAppRuntime } from '@/lib/server/app-runtime'
import type { SeriesPoint } from '@/lib/store/types'

const id = 'lend.supplied:ethereum:USDC'
const DAY = 86_400
const day = 1_767_225_600

const pointAt = (t: number): SeriesPoint => ({
  number: id,
  t,
  value: '1.5',
  status: 'ok',
  methodVersion: 1,
  block: 24_000_000n,
  hash: `0x${'ab'.repeat(32)}`,
  timestamp: t - 5,
})

beforeAll(() => {
  const stored = [0, 1, 2].map((days) => pointAt(day + days * DAY))
  const store = {
    readSeries: async (number: string, from: number, to: number) =>
      number === id ? stored.filter(({ t }) => t >= from && t <= to) : [],
    gaps: async () => [],
  }
  // safe: the handler asks for nothing else
  setAppRuntime({ network: 'live', latest: () => null, store } as unknown as AppRuntime)
})

const ask = (query: string) => GET(new Request(`http://localhost/api/v1/series?${query}`))

it('answers JSON that it calls immutable where a given range is complete, and no other', async () => {
  const complete = await ask(`number=${id}&from=2026-01-01&to=2026-01-03`)
  expect(complete.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(complete.headers.get('cache-control')).toBe('immutable')
  expect(await complete.json()).toMatchObject({
    every: DAY,
    from: day,
    to: day + 2 * DAY,
    series: [{ id, unit: 'token', points: [{ t: day, value: '1.5', block: '24000000', blockTime: day - 5 }, {}, {}] }],
    gaps: [],
  })
  const open = await ask(`number=${id}&from=2026-01-01&to=2026-01-04`)
  expect(open.headers.get('cache-control')).toBeNull()
})

it('answers CSV under a name of its own', async () => {
  const csv = await ask(`number=${id}&from=2026-01-01&to=2026-01-01&format=csv`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(csv.headers.get('content-disposition')).toBe(
    'inline; filename="sparkscope-lend.supplied-ethereum-USDC-1d-2026-01-01-to-2026-01-01.csv"',
  )
  expect(await csv.text()).toBe(
    `number,t,value,status,chain,block,block_hash,block_time,method_version,network,time,day\r\n${id},${day},1.5,ok,ethereum,24000000,ethereum:0x${'ab'.repeat(32)},${day - 5},1,live,2026-01-01T00:00:00Z,2026-01-01\r\n`,
  )
})

it('writes decimals with a comma for spreadsheets that do so', async () => {
  const csv = await ask(`number=${id}&from=2026-01-01&to=2026-01-01&format=csv&decimal=comma`)
  expect(await csv.text()).toContain(`\r\n${id};${day};1,5;ok;ethereum;`)
  expect((await ask(`number=${id}&format=csv&decimal=both`)).status).toBe(400)
})

it('answers problems that repeat nothing of what was asked', async () => {
  for (const [query, status] of [
    ['', 400],
    ['number=<script>', 404],
    [`number=${id}&every=<script>`, 400],
    // nothing has been read yet, so nobody can tell
    ['number=lend.supplied:ethereum:NOBODY', 503],
    ['number=nothing.at-all:ethereum:NOBODY', 404],
  ] as const) {
    const answer = await ask(query)
    expect([query, answer.status]).toEqual([query, status])
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await answer.text()).not.toContain('script')
  }
})
