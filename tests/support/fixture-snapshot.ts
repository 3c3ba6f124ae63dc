import { type ChainSlug, chains } from '@/lib/chains'
import { fromDecimalString, sum } from '@/lib/math/fixed'
import { metricById } from '@/lib/metrics'
import { reconciliation } from '@/lib/metrics/tvl'
import type { Observation, Scope } from '@/lib/metrics/types'
import type { Snapshot } from '@/lib/snapshot/types'

/** Midnight of 1 July 2025. */
const time = 1_751_328_000

const hash = (seed: number): `0x${string}` => `0x${seed.toString(16).padStart(64, 'ab')}`

const metricOf = (id: string) => {
  const metric = metricById(id)
  if (!metric) throw new Error(`No metric is called ${id}.`)
  return metric
}

/** One number of a metric, in the metric's own unit and class. */
export const num = (
  metric: string,
  chain: Scope,
  key: string,
  value: string | null,
  more: Partial<Observation> = {},
): Observation => ({
  id: `${metric}:${chain}:${key}`,
  metric,
  chain,
  key,
  status: value === null ? 'failed' : 'ok',
  value: value === null ? null : fromDecimalString(value),
  unit: metricOf(metric).unit,
  class: metricOf(metric).class,
  methodVersion: 1,
  ...more,
})

const idOf = (each: Observation) => each.id
const total = (nums: readonly Observation[]): string => sum(nums.flatMap(({ value }) => value ?? [])).raw.toString()

const lines: Readonly<Record<string, Partial<Record<ChainSlug, string>>>> = {
  LEND: { ethereum: '4900120000', gnosis: '31200000' },
  RWA: { ethereum: '2400000000' },
  LIQUIDITY: { ethereum: '310000000', base: '122000000', arbitrum: '98000000', optimism: '21000000' },
  SAVINGS: { ethereum: '12400000', arbitrum: '1300000' },
}

const lineNums = Object.entries(lines).flatMap(([key, byChain]) => {
  const own = chains.map(({ slug }) => {
    const value = byChain[slug] ?? null
    return num('tvl.line-usd', slug, key, value, value === null ? { status: 'absent', code: 'nothing-known' } : {})
  })
  return [...own, num('tvl.line-usd', 'all', key, total(own), { inputs: own.map(idOf) })]
})

const all = lineNums.filter(({ chain }) => chain === 'all')
const tvl = num('tvl.total-usd', 'all', 'TOTAL', total(all), {
  class: 'issuer',
  inputs: all.map(idOf),
  omitted: [{ id: 'lend.available-usd:gnosis:GNO', reason: 'No price exists: no contract gives one.' }],
})

/** Each step takes 100 M off or adds it, so that the bridge closes on the total. */
const stepValue = '100000000'
const steps = [...reconciliation.less, ...reconciliation.plus].map(({ id }) => num(id, 'all', 'TOTAL', stepValue))
const taken = BigInt(reconciliation.less.length - reconciliation.plus.length) * BigInt(stepValue)
const gross = num(reconciliation.from.id, 'all', 'TOTAL', String(BigInt(total(all)) + taken))

const savings: readonly (readonly [key: string, label: string, apy: string, assets: string])[] = [
  ['SUSDS', 'sUSDS', '0.045000000000123', '2104000000'],
  ['SUSDC', 'sUSDC', '0.045000000000123', '41200000'],
  ['SDAI', 'sDAI', '0.0325', '312000000'],
  ['SPUSDC', 'spUSDC', '0.041', '12400000'],
]

const reserves: readonly (readonly [key: string, supply: string, borrow: string, supplied: string, use: string])[] = [
  ['USDC', '0.0512', '0.0581', '1916120', '0.965'],
  ['USDT', '0.0402', '0.0555', '579300', '0.7324'],
  ['DAI', '0.0531', '0.0575', '1739000000', '0.9351'],
  ['WETH', '0.0204', '0.0246', '391130', '0.8887'],
]

const calls = [0, 1, 2].map((at) => ({
  address: '0xa3931d71877C0E7a3148CB7Eb4463524FEc27fbD' as const,
  contract: 'SUsds',
  functionName: at === 0 ? 'ssr' : 'convertToAssets',
  args: at === 0 ? [] : [String(10n ** 18n * BigInt(at))],
  calldata: `0x03607ceb${at}0` as const,
  result: `0x${(10n ** 27n + BigInt(at)).toString(16).padStart(64, '0')}` as const,
  ok: true,
}))

const nums: readonly Observation[] = [
  ...savings.flatMap(([key, label, apy, assets]) => [
    num('savings.apy', 'ethereum', key, apy, { label, calls: [0] }),
    num('savings.assets-usd', 'ethereum', key, assets, { label, inputs: [`savings.apy:ethereum:${key}`] }),
  ]),
  num('savings.apy', 'unichain', 'SUSDS', '0.0425', {
    label: 'sUSDS',
    status: 'stale',
    code: 'timeout',
    reason: 'The node did not answer in time.',
  }),
  ...reserves.flatMap(([key, supply, borrow, supplied, use]) => [
    num('lend.supply-apy', 'ethereum', key, supply, { label: key, calls: [1] }),
    num('lend.borrow-apy', 'ethereum', key, borrow, { label: key, calls: [1, 2] }),
    num('lend.utilization', 'ethereum', key, use, { label: key }),
    num('lend.supplied', 'ethereum', key, supplied, { label: key }),
    num('lend.supplied-usd', 'ethereum', key, supplied, { label: key }),
  ]),
  num('lend.available-usd', 'gnosis', 'GNO', null, { label: 'GNO', status: 'absent', code: 'no-price' }),
  ...lineNums,
  gross,
  ...steps,
  tvl,
]

/** A small snapshot with one of everything a page must show: fresh, stale, absent, left out. Its figures are invented. */
export const fixtureSnapshot: Snapshot = {
  id: 'a'.repeat(64),
  schema: 1,
  time,
  asOf: Object.fromEntries(
    chains.map(({ id, slug }, at) => [
      slug,
      {
        chainId: id,
        block: 22_817_390n + BigInt(at) * 9_111_213n,
        hash: hash(id),
        timestamp: slug === 'unichain' ? time - 840 : time,
        finality: 'latest',
        agreement: { agree: 1, of: 1 },
      },
    ]),
  ),
  failures: {
    unichain: { code: 'timeout', message: 'The node did not answer in time.', since: time - 800 },
  },
  numbers: nums,
  calls: { ethereum: calls },
}
