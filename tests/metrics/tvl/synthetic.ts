import type { ChainSlug } from '@/lib/chains'
import { chainSlugs } from '@/lib/chains'
import { type FailureCode, failure } from '@/lib/errors'
import { type Fixed, fixed } from '@/lib/math/fixed'
import { metrics } from '@/lib/metrics'
import { deriveAll } from '@/lib/metrics/derive'
import type { Observation, Unit } from '@/lib/metrics/types'
import { positions } from '@/lib/positions'

/** What a contract is made to say: a value, or why there is none. */
export type Said = Fixed | FailureCode | { readonly stale: Fixed }

/** Ids of all that the total is read from, with two reserves a market. */
export const readIds: readonly string[] = chainSlugs.flatMap((chain) => [
  ...(chain === 'ethereum' || chain === 'gnosis'
    ? ['WETH', 'USDC'].flatMap((key) =>
        ['available', 'supplied', 'sky-supplied', 'price'].map((name) => `lend.${name}:${chain}:${key}`),
      )
    : []),
  ...savingsIds(chain),
  ...positions[chain].flatMap(({ key }) => [
    `liquidity.position:${chain}:${key}`,
    `liquidity.unit-value:${chain}:${key}`,
  ]),
  ...(positions[chain].some(({ key }) => key === 'PSM3') ? [`liquidity.psm-usdc:${chain}:PSM3`] : []),
])

function savingsIds(chain: ChainSlug): readonly string[] {
  const vaults = { ethereum: ['SPUSDC', 'SPUSDT', 'SPETH', 'SPPYUSD'], arbitrum: ['SPUSDT'] }
  const own = { ethereum: ['SUSDS', 'SDAI', 'SUSDC'], gnosis: ['SXDAI'] }
  const vaultKeys: readonly string[] = Reflect.get(vaults, chain) ?? []
  const keys: readonly string[] = [...(Reflect.get(own, chain) ?? ['SUSDS', 'SUSDC']), ...vaultKeys]
  return [
    ...keys.map((key) => `savings.assets:${chain}:${key}`),
    ...vaultKeys.map((key) => `savings.idle:${chain}:${key}`),
  ]
}

const unitOf = (metric: string): Unit => metrics.find(({ id }) => id === metric)?.unit ?? 'token'

const numOf = (id: string, said: Said): Observation => {
  const [metric = '', chain = '', key = ''] = id.split(':')
  const base = {
    id,
    metric,
    chain: chain as ChainSlug,
    key,
    unit: unitOf(metric),
    class: 'onchain',
    methodVersion: 1,
  } as const
  if (typeof said === 'object' && 'raw' in said) return { ...base, status: 'ok', value: said }
  if (typeof said === 'object') return { ...base, status: 'stale', value: said.stale, ...why('timeout') }
  return { ...base, status: isAbsent(said) ? 'absent' : 'failed', value: null, ...why(said) }
}

const isAbsent = (code: FailureCode) => code === 'not-deployed' || code === 'no-price'
const why = (code: FailureCode) => {
  const { message } = failure(code)
  return { reason: message, code }
}

export type Derived = {
  get(id: string): Observation | undefined
  /** Raw value at 60 places, or 0 where there is none: for exact sums. */
  exact(id: string): bigint
}

const places = 60

/** The total and what it is made of: the market's other numbers are no part of it. */
const totalling = metrics.filter(({ id, line }) => line !== 'lend' || id === 'lend.available-usd')

/** Everything that follows from what was read. `said` may leave numbers out, as where a chain was never read. */
export const derive = (said: (id: string) => Said | undefined, chains: readonly ChainSlug[] = chainSlugs): Derived => {
  const read = readIds.flatMap((id) => {
    const answer = said(id)
    return answer === undefined ? [] : [numOf(id, answer)]
  })
  const report = (error: unknown) => {
    throw error
  }
  const byId = new Map([...read, ...deriveAll(totalling, read, chains, report)].map((num) => [num.id, num]))
  return {
    get: (id) => byId.get(id),
    exact(id) {
      const value = byId.get(id)?.value
      return value ? value.raw * 10n ** BigInt(places - value.decimals) : 0n
    },
  }
}

/** Plausible values: 10 000 of everything, worth 1, all of it known. */
export const everythingKnown = (id: string): Fixed =>
  id.startsWith('lend.price') || id.startsWith('liquidity.unit-value') ? fixed(1n, 0) : fixed(10_000n, 0)
