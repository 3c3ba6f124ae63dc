import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Metric, ReadMetric } from '@/lib/metrics/types'
import { decodeSnapshot, encodeSnapshot, snapshotId } from '@/lib/snapshot/codec'
import { takeSnapshot } from '@/lib/snapshot/take'
import { numOf, sourceOf, take } from '../reader/setup'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { type SmallChain, startSmallChain } from '../support/small-chain'
import { badMetrics, manyMetrics, smallMetrics } from '../support/small-metrics'

let gnosis: SmallChain
let base: SmallChain
let proxy: FaultProxy

beforeAll(async () => {
  gnosis = await startSmallChain(100)
  base = await startSmallChain(8453)
  proxy = await startFaultProxy(gnosis.url)
})
afterAll(async () => {
  await proxy?.stop()
  await Promise.all([gnosis?.stop(), base?.stop()])
})
afterEach(() => {
  proxy.fault = null
})

const both = () => [sourceOf('gnosis', [proxy.url]), sourceOf('base', [base.url])]
const everything = () => [...smallMetrics(gnosis), ...badMetrics(gnosis), ...manyMetrics(gnosis, 50)]

describe('a snapshot', () => {
  it('is the same content, and so the same id, read cold or warm, in one piece or split, by this process or another', async () => {
    const cold = (await take(both(), everything())).snapshot
    const again = (await take(both(), everything())).snapshot
    const warm = (await take(both(), everything(), cold)).snapshot
    const warmer = (await take(both(), everything(), warm)).snapshot
    proxy.fault = { kind: 'calls-above', most: 9 }
    const split = (await take(both(), everything())).snapshot
    expect(new Set([cold, again, warm, warmer, split].map(({ id }) => id)).size).toBe(1)
    expect(warm).toEqual(cold)
    expect(snapshotId(cold)).toBe(cold.id)
    expect(decodeSnapshot(encodeSnapshot(cold))).toEqual(cold)
  })

  it('has the time of its newest block, and each number the calls behind it', async () => {
    const { snapshot } = await take(both(), smallMetrics(gnosis))
    const times = Object.values(snapshot.asOf).map(({ timestamp }) => timestamp)
    expect(snapshot.time).toBe(Math.max(...times))
    const calls = snapshot.calls.base ?? []
    const names = numOf(snapshot, `lend.weight:base:${base.items[0]}`).calls?.map((index) => calls[index]?.functionName)
    expect(names?.sort()).toEqual(['amount', 'list', 'scale', 'symbol', 'weigh'])
    expect(numOf(snapshot, 'lend.total-weight:base:TOTAL').value).toEqual({
      raw: 3n * (100n + 101n + 102n),
      decimals: 2,
    })
  })

  it('keeps a dead chain’s numbers, stale since its failure began, and makes what follows from them stale too', async () => {
    const sources = both()
    const before = (await take(sources, smallMetrics(gnosis))).snapshot
    proxy.fault = { kind: 'html-502' }
    const options = { sources, metrics: smallMetrics(gnosis), report: () => undefined }
    const first = (await takeSnapshot({ ...options, previous: before, now: 5_000 })).snapshot
    const second = (await takeSnapshot({ ...options, previous: first, now: 9_000 })).snapshot
    expect(second.failures.gnosis).toMatchObject({ code: 'unreachable', since: 5_000 })
    expect(second.calls.gnosis).toEqual(before.calls.gnosis)
    expect(second.id).toBe(first.id)
    const total = numOf(second, 'lend.total-weight:all:TOTAL')
    expect(total).toMatchObject({ status: 'stale', code: 'unreachable', parts: { have: 2, of: 3 } })
    expect(total.value).toEqual(numOf(before, 'lend.total-weight:all:TOTAL').value)
    expect(numOf(second, 'lend.total-weight:base:TOTAL').status).toBe('ok')
    proxy.fault = null
    const healed = (await takeSnapshot({ ...options, sources: both(), previous: second, now: 9_500 })).snapshot
    expect(healed.id).toBe(before.id)
  })

  it('says for another reason that it fails since then', async () => {
    const sources = both()
    const before = (await take(sources, smallMetrics(gnosis))).snapshot
    const options = { sources, metrics: smallMetrics(gnosis), report: () => undefined }
    proxy.fault = { kind: 'html-502' }
    const first = (await takeSnapshot({ ...options, previous: before, now: 5_000 })).snapshot
    proxy.fault = { kind: 'text-429' }
    const second = (await takeSnapshot({ ...options, previous: first, now: 9_000 })).snapshot
    expect(second.failures.gnosis).toMatchObject({ code: 'rate-limited', since: 9_000 })
  })

  it('names what a never read chain is expected to have, as failed, and counts it out of the sum', async () => {
    proxy.fault = { kind: 'html-502' }
    const { snapshot } = await take(both(), smallMetrics(gnosis))
    expect(snapshot.asOf.gnosis).toBeUndefined()
    expect(snapshot.failures.gnosis?.code).toBe('unreachable')
    const nums = snapshot.numbers.filter(({ chain }) => chain === 'gnosis')
    const read = ['amount', 'weight'].flatMap((name) => gnosis.items.map((each) => `lend.${name}:gnosis:${each}`))
    const total = 'lend.total-weight:gnosis:TOTAL'
    expect(nums.map(({ id }) => id).sort()).toEqual([...read, total].sort())
    for (const num of nums) expect(num).toMatchObject({ status: 'failed', value: null, code: 'unreachable' })
    expect(numOf(snapshot, 'lend.total-weight:all:TOTAL')).toMatchObject({
      status: 'ok',
      parts: { have: 1, of: 3 },
      omitted: [{ id: total, reason: nums[0]?.reason }],
    })
  })

  it('reports a defect of one program and keeps it to that number', async () => {
    const defect = new TypeError('a slip')
    const [amount] = smallMetrics(gnosis)
    if (amount?.kind !== 'read') throw new Error('There is no such metric.')
    const broken: ReadMetric = { ...amount, id: 'lend.broken', read: () => Promise.reject(defect) }
    const reports: unknown[] = []
    const metrics: readonly Metric[] = [...smallMetrics(gnosis), broken]
    const options = {
      sources: both(),
      metrics,
      previous: null,
      now: 1,
      report: (error: unknown) => reports.push(error),
    }
    const { snapshot } = await takeSnapshot(options)
    expect(new Set(reports)).toEqual(new Set([defect]))
    expect(numOf(snapshot, `lend.broken:base:${base.items[0]}`)).toMatchObject({ status: 'failed', code: 'defect' })
    expect(numOf(snapshot, `lend.amount:base:${base.items[0]}`).status).toBe('ok')
  })

  it('loses one chain, not all, to a defect in reading it', async () => {
    const [good, bad] = [sourceOf('base', [base.url]), sourceOf('gnosis', [proxy.url])]
    const defect = new TypeError('a slip')
    const reports: unknown[] = []
    const { snapshot } = await takeSnapshot({
      sources: [good, { ...bad, open: () => Promise.reject(defect) }],
      metrics: smallMetrics(gnosis),
      previous: null,
      now: 1,
      report: (error) => reports.push(error),
    })
    expect(reports).toEqual([defect])
    expect(snapshot.failures).toMatchObject({ gnosis: { code: 'defect' } })
    expect(numOf(snapshot, 'lend.total-weight:base:TOTAL').status).toBe('ok')
  })

  it('reads a metric that was not there before along with the rest', async () => {
    const before = (await take(both(), smallMetrics(gnosis))).snapshot
    const [amount] = smallMetrics(gnosis)
    if (amount?.kind !== 'read') throw new Error('There is no such metric.')
    const twin: Metric = { ...amount, id: 'lend.amount-again' }
    const { snapshot } = await take(both(), [...smallMetrics(gnosis), twin], before)
    const [first] = gnosis.items
    expect(numOf(snapshot, `lend.amount-again:gnosis:${first}`).value).toEqual(
      numOf(snapshot, `lend.amount:gnosis:${first}`).value,
    )
  })
})
