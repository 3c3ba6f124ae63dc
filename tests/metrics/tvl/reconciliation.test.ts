import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chainSlugs } from '@/lib/chains'
import type { FailureCode } from '@/lib/errors'
import { fixed, toDecimalString } from '@/lib/math/fixed'
import { reconciliation } from '@/lib/metrics/tvl'
import type { Scope } from '@/lib/metrics/types'
import { type Derived, derive, everythingKnown, readIds, type Said } from './synthetic'

const scopes: readonly Scope[] = [...chainSlugs, 'all']

const told = (derived: Derived, scope: Scope): bigint => {
  const of = (metrics: readonly { readonly id: string }[]) =>
    metrics.reduce((sum, { id }) => sum + derived.exact(`${id}:${scope}:TOTAL`), 0n)
  return of([reconciliation.from]) - of(reconciliation.less) + of(reconciliation.plus)
}

const arbitraryFixed = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 27n }), fc.constantFrom(0, 6, 8, 18))
  .map(([raw, decimals]) => fixed(raw, decimals))

const arbitrarySaid: fc.Arbitrary<Said> = fc.oneof(
  { weight: 6, arbitrary: arbitraryFixed },
  { weight: 1, arbitrary: fc.constant(fixed(0n, 0)) },
  { weight: 1, arbitrary: arbitraryFixed.map((stale) => ({ stale })) },
  { weight: 1, arbitrary: fc.constantFrom<FailureCode>('not-deployed', 'no-price', 'reverted', 'timeout') },
)

const arbitraryWorld = fc
  .tuple(
    fc.array(arbitrarySaid, { minLength: readIds.length, maxLength: readIds.length }),
    fc.subarray([...chainSlugs]),
  )
  .map(([said, silent]) => {
    const world = new Map(readIds.map((id, index) => [id, said[index]]))
    const isSilent = (id: string) => silent.some((chain) => id.includes(`:${chain}:`))
    return (id: string) => (isSilent(id) ? undefined : world.get(id))
  })

describe('gross less every step is the total', () => {
  test('to the last digit, on every chain and over all, whatever could not be read', () => {
    fc.assert(
      fc.property(arbitraryWorld, (world) => {
        const derived = derive(world)
        for (const scope of scopes) {
          expect(told(derived, scope), scope).toBe(derived.exact(`tvl.total-usd:${scope}:TOTAL`))
        }
      }),
      { numRuns: 80 },
    )
  })

  test('the total is its lines, and the lines their chains', () => {
    fc.assert(
      fc.property(arbitraryWorld, (world) => {
        const { exact } = derive(world)
        const lines = (scope: Scope) =>
          ['LEND', 'SAVINGS', 'LIQUIDITY', 'RWA'].reduce(
            (sum, line) => sum + exact(`tvl.line-usd:${scope}:${line}`),
            0n,
          )
        for (const scope of scopes) expect(lines(scope)).toBe(exact(`tvl.total-usd:${scope}:TOTAL`))
        expect(exact('rwa.spark-holding-usd:ethereum:TOTAL')).toBe(exact('tvl.line-usd:ethereum:RWA'))
        expect(exact('lend.available-usd:ethereum:TOTAL')).toBeGreaterThanOrEqual(exact('tvl.line-usd:ethereum:LEND'))
      }),
      { numRuns: 30 },
    )
  })
})

describe('each dollar once', () => {
  const only = (...spoken: readonly [id: string, value: bigint][]) => {
    const values = new Map(spoken)
    const price = (id: string) => id.startsWith('lend.price') || id.startsWith('liquidity.unit-value')
    return derive((id) => fixed(values.get(id) ?? (price(id) ? 1n : 0n), 0))
  }
  const value = (derived: Derived, id: string) => {
    const found = derived.get(id)?.value
    return found ? toDecimalString(found) : null
  }
  const total = (derived: Derived) => value(derived, 'tvl.total-usd:all:TOTAL')

  test('what Sky supplied to SparkLend is not counted, borrowed or not', () => {
    const derived = only(
      ['lend.available:ethereum:USDC', 600n],
      ['lend.supplied:ethereum:USDC', 1000n],
      ['lend.sky-supplied:ethereum:USDC', 250n],
      ['liquidity.position:ethereum:USDC_SPTOKEN', 250n],
    )
    expect(value(derived, 'tvl.sky-cash-usd:ethereum:USDC')).toBe('150')
    expect(value(derived, 'tvl.sptokens-usd:all:TOTAL')).toBe('250')
    expect(total(derived)).toBe('450')
  })

  test('a reserve nobody supplied has no part of Sky’s, and no division by 0', () => {
    expect(total(only(['lend.available:gnosis:WETH', 5n]))).toBe('5')
  })

  test('savings count while idle, and where the layer placed them after that', () => {
    const derived = only(
      ['savings.assets:ethereum:SPUSDC', 1000n],
      ['savings.idle:ethereum:SPUSDC', 100n],
      ['liquidity.position:ethereum:ATOKEN_CORE_USDC', 900n],
    )
    expect(value(derived, 'tvl.deployed-savings-usd:all:TOTAL')).toBe('900')
    expect(total(derived)).toBe('1000')
  })

  test.each([
    ['savings.assets:ethereum:SUSDS', 'tvl.sky-savings-usd'],
    ['savings.assets:ethereum:SDAI', 'tvl.sky-savings-usd'],
    ['savings.assets:base:SUSDC', 'tvl.sky-savings-usd'],
    ['savings.assets:base:SUSDS', 'tvl.bridged-copies-usd'],
    ['savings.assets:gnosis:SXDAI', 'tvl.bridged-copies-usd'],
    ['liquidity.position:ethereum:USDS', 'tvl.sky-issued-usd'],
    ['liquidity.position:ethereum:USDS@ALLOCATOR_BUFFER', 'tvl.sky-issued-usd'],
    ['liquidity.position:optimism:SUSDS', 'tvl.sky-issued-usd'],
    ['liquidity.position:base:PSM3', 'tvl.psm-shares-usd'],
    ['liquidity.position:ethereum:DAI_SPTOKEN@D3M_SPARK_DAI', 'tvl.sptokens-usd'],
    ['liquidity.position:ethereum:BINANCE_EXCHANGE.OUTSTANDING', 'tvl.outstanding-usd'],
  ])('%s is shown and taken off by %s', (id, step) => {
    const derived = only([id, 77n])
    expect(value(derived, 'tvl.gross-usd:all:TOTAL')).toBe('77')
    expect(value(derived, `${step}:all:TOTAL`)).toBe('77')
    expect(total(derived)).toBe('0')
  })

  test.each([
    ['liquidity.psm-usdc:arbitrum:PSM3', 'LIQUIDITY'],
    ['liquidity.position:ethereum:USCC', 'LIQUIDITY'],
    ['liquidity.position:ethereum:SUSDE.COOLDOWN', 'LIQUIDITY'],
    ['liquidity.position:ethereum:USDT@BINANCE_OTC_BUFFER', 'LIQUIDITY'],
    ['liquidity.position:base:USDC@ALM_PROXY_FREEZABLE', 'LIQUIDITY'],
    ['liquidity.position:ethereum:ATOKEN_CORE_USDS', 'LIQUIDITY'],
    ['liquidity.position:ethereum:JTRSY.PENDING_DEPOSIT', 'RWA'],
    ['liquidity.position:ethereum:BUIDLI', 'RWA'],
    ['savings.idle:arbitrum:SPUSDT', 'SAVINGS'],
  ])('%s is in %s', (id, line) => {
    const derived = only([id, 77n])
    expect(value(derived, `tvl.line-usd:all:${line}`)).toBe('77')
    expect(total(derived)).toBe('77')
  })
})

describe('what is not known is named, never 0', () => {
  const but = (change: Readonly<Record<string, Said | undefined>>) =>
    derive((id) => (id in change ? change[id] : everythingKnown(id)))
  const omittedOf = (derived: Derived, id: string) => derived.get(id)?.omitted?.map((each) => each.id) ?? []

  test('with everything known nothing is left out', () => {
    const whole = derive(everythingKnown).get('tvl.total-usd:all:TOTAL')
    expect(whole).toMatchObject({ status: 'ok', unit: 'usd' })
    expect(whole?.omitted).toBeUndefined()
    expect(whole?.parts).toBeUndefined()
  })

  test('a position without a price is named in its line, its chain and the total', () => {
    const derived = but({ 'liquidity.unit-value:ethereum:WETH': 'no-price' })
    for (const id of ['tvl.line-usd:ethereum:LIQUIDITY', 'tvl.total-usd:ethereum:TOTAL', 'tvl.total-usd:all:TOTAL'])
      expect(omittedOf(derived, id), id).toEqual(['liquidity.position-usd:ethereum:WETH'])
  })

  test('nothing of a token without a price, or a token that is not there, is nothing left out', () => {
    const none = {
      'liquidity.position:ethereum:SPK': fixed(0n, 18),
      'liquidity.unit-value:ethereum:SPK': 'no-price',
    } as const
    const gone = { 'liquidity.position:ethereum:SYRUP': 'not-deployed' } as const
    expect(omittedOf(but({ ...none, ...gone }), 'tvl.total-usd:all:TOTAL')).toEqual([])
  })

  test('a reserve whose split is not known is left out of the lending line, and of the gross', () => {
    const derived = but({ 'lend.sky-supplied:ethereum:WETH': 'reverted' })
    expect(omittedOf(derived, 'tvl.line-usd:ethereum:LEND')).toEqual(['tvl.others-cash-usd:ethereum:WETH'])
    expect(omittedOf(derived, 'tvl.gross-usd:ethereum:LEND')).toEqual(['tvl.sky-cash-usd:ethereum:WETH'])
  })

  test('a reserve that the market lists and whose token has no code is named by every sum that it belongs to', () => {
    const derived = but({ 'lend.available:ethereum:WETH': 'not-deployed' })
    const dollars = 'lend.available-usd:ethereum:WETH'
    expect(omittedOf(derived, 'lend.available-usd:ethereum:TOTAL')).toEqual([dollars])
    expect(omittedOf(derived, 'lend.available-usd:all:TOTAL')).toEqual([dollars])
    expect(omittedOf(derived, 'tvl.gross-usd:ethereum:LEND')).toEqual([dollars])
    const split = 'tvl.others-cash-usd:ethereum:WETH'
    for (const id of ['tvl.line-usd:ethereum:LEND', 'tvl.line-usd:all:LEND', 'tvl.total-usd:all:TOTAL'])
      expect(omittedOf(derived, id), id).toEqual([split])
  })

  test('a chain that was never read is one part of six', () => {
    const derived = derive((id) => (id.includes(':optimism:') ? undefined : everythingKnown(id)))
    expect(derived.get('tvl.total-usd:optimism:TOTAL')).toMatchObject({ status: 'failed', value: null })
    expect(omittedOf(derived, 'tvl.total-usd:all:TOTAL')).toEqual(['tvl.total-usd:optimism:TOTAL'])
    expect(omittedOf(derived, 'tvl.line-usd:all:LIQUIDITY')).toEqual(['tvl.line-usd:optimism:LIQUIDITY'])
    expect(derived.get('tvl.total-usd:all:TOTAL')).toMatchObject({ status: 'ok', parts: { have: 5, of: 6 } })
    expect(derived.get('tvl.line-usd:all:LIQUIDITY')).toMatchObject({ parts: { have: 4, of: 5 } })
    expect(derived.get('tvl.line-usd:all:LEND')?.parts).toBeUndefined()
  })

  test('a chain where nothing is deployed yet is no missing part', () => {
    const derived = derive((id) => (id.includes(':unichain:') ? 'not-deployed' : everythingKnown(id)))
    expect(derived.get('tvl.total-usd:unichain:TOTAL')).toMatchObject({ status: 'absent', code: 'not-deployed' })
    expect(derived.get('tvl.total-usd:all:TOTAL')?.parts).toBeUndefined()
  })

  test('an old value is carried, and said to be old', () => {
    const derived = but({ 'liquidity.psm-usdc:base:PSM3': { stale: fixed(1n, 0) } })
    expect(derived.get('tvl.total-usd:all:TOTAL')).toMatchObject({ status: 'stale' })
    expect(derived.get('tvl.line-usd:all:LEND')).toMatchObject({ status: 'ok' })
  })

  test('the tree of the total reaches numbers that were read, without a gap', () => {
    const derived = derive(everythingKnown)
    const reached = new Set<string>()
    const walk = (id: string) => {
      if (reached.has(id)) return
      reached.add(id)
      const num = derived.get(id)
      expect(num, id).toBeDefined()
      num?.inputs?.forEach(walk)
      if (num?.inputs === undefined || num.inputs.length === 0) expect(readIds).toContain(id)
    }
    walk('tvl.total-usd:all:TOTAL')
    for (const { id } of [reconciliation.from, ...reconciliation.less, ...reconciliation.plus]) walk(`${id}:all:TOTAL`)
    expect(readIds.filter((id) => !reached.has(id))).toEqual([])
  })
})
