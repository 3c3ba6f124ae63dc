import { RAY, rayPow, SECONDS_PER_YEAR, valueToZDBigNumber } from '@aave/math-utils'
import { getAddress } from 'viem'
import { beforeAll, describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { killSwitchOracle } from '@/lib/contracts/kill-switch-oracle'
import { toDecimalString } from '@/lib/math/fixed'
import { lendMetrics } from '@/lib/metrics/lend'
import { FakeChain, type Observed, observeAll } from '../fake-chain'
import { besides, type FakeReserve, placeMarket } from './fake-market'

const { contracts } = chainBySlug('ethereum')
const now = 1_763_600_000
const unregistered = getAddress('0x00000000000000000000000000000000000abc00')
const brokenOracle = getAddress('0x00000000000000000000000000000000000def00')
const ray = 10n ** 27n

const weth: FakeReserve = {
  asset: contracts.WETH.address,
  symbol: 'WETH',
  decimals: 18,
  supplied: 391_130n * 10n ** 18n + 7n,
  variableDebt: 347_590n * 10n ** 18n + 1n,
  stableDebt: 2n,
  cash: 43_540n * 10n ** 18n,
  price: 392_831_000_123n,
  ltv: 8500,
  threshold: 8600,
  bonus: 10_500,
  reserveFactor: 500,
  protocolFee: 1000,
  supplyCap: 400_000n,
  borrowCap: 300_000n,
  emode: 1,
  flags: ['active', 'borrowing', 'flashLoan'],
  supplyRate: 21_624_470_144_971_981_744_160_716n,
  borrowRate: 109_284_236_984_257_451_326_752_610n,
  supplyIndex: 1_050_000_000_000_000_000_000_000_000n,
  accrued: 10n * 10n ** 18n,
  last: now - 31_536_000,
  curve: [(ray * 9n) / 10n, 0n, 23_090_566_414_138_210_000_000_000n, (ray * 75n) / 100n],
  automatedSupply: [2_000_000, 150_000],
}
const usdc: FakeReserve = {
  asset: contracts.USDC.address,
  symbol: 'USDC',
  decimals: 6,
  supplied: 1_234_567_890_123n,
  variableDebt: 1_000_000_000_000n,
  cash: 234_567_890_123n,
  price: 100_000_000n,
  supplyCap: 68_719_476_735n,
  borrowCap: 68_719_476_735n,
  reserveFactor: 100,
  flags: ['active', 'borrowing', 'flashLoan', 'isolationBorrowable', 'siloed'],
  automatedSupply: [68_719_476_735, 1_000],
}
const old: FakeReserve = {
  asset: unregistered,
  symbol: 'MKR',
  bytes32Symbol: true,
  decimals: 8,
  price: 0n,
  supplied: 5n,
  cash: 5n,
  flags: ['active', 'paused', 'frozen'],
  debtCeiling: 500_000_000n,
  isolationDebt: 123_456n,
}
const nameless: FakeReserve = {
  asset: brokenOracle,
  decimals: 18,
  price: null,
  supplied: 7n * 10n ** 18n,
  curve: 'flat',
}

let seen: Observed
const value = (id: string): string => {
  const { status, value: held, reason } = seen.num(id)
  if (status !== 'ok' || held === null) throw new Error(`${id} is ${status}: ${reason}`)
  return toDecimalString(held)
}
const of = (metric: string, key = 'WETH') => value(`lend.${metric}:ethereum:${key}`)

beforeAll(async () => {
  seen = await observeAll(lendMetrics, [
    placeMarket(new FakeChain('ethereum', now), [weth, usdc, old, nameless]),
    placeMarket(new FakeChain('gnosis', now), []),
  ])
})

describe('a reserve', () => {
  it('has no defect anywhere', () => {
    expect(seen.defects).toEqual([])
  })

  it('is found by the pool, and named by the registry or by its checksummed address', () => {
    const keys = seen.nums.filter((num) => num.metric === 'lend.supplied').map((num) => num.key)
    expect(keys).toEqual(['WETH', 'USDC', unregistered, brokenOracle])
  })

  it('carries the symbol its contract says, bytes32 included, or else its key', () => {
    expect(seen.num('lend.supplied:ethereum:USDC').label).toBe('USDC')
    expect(seen.num(`lend.supplied:ethereum:${unregistered}`).label).toBe('MKR')
    expect(seen.num(`lend.supplied:ethereum:${brokenOracle}`).label).toBe(brokenOracle)
  })

  it('counts amounts in the token’s decimals, to the last unit', () => {
    expect(of('supplied')).toBe('391130.000000000000000007')
    expect(of('borrowed')).toBe('347590.000000000000000003')
    expect(of('available')).toBe('43540')
    expect(of('supplied', 'USDC')).toBe('1234567.890123')
    expect(of('supplied', unregistered)).toBe('0.00000005')
    expect(of('borrowed', unregistered)).toBe('0')
  })

  it('accrues the treasury’s scaled claim to the block', () => {
    // A year of simple interest on an index of 1.05, ten tokens scaled: 10 × 1.05 × (1 + rate), by Python's integers.
    expect(of('accrued-to-treasury')).toBe('10.727056936522205808')
  })

  it('gives caps in whole tokens, with a note where they are none', () => {
    expect(of('supply-cap')).toBe('400000')
    expect(seen.num('lend.supply-cap:ethereum:WETH').note).toBeUndefined()
    expect(of('supply-cap', 'USDC')).toBe('68719476735')
    expect(seen.num('lend.supply-cap:ethereum:USDC').note).toBe('no-cap')
    expect(of('borrow-cap', unregistered)).toBe('0')
    expect(seen.num(`lend.borrow-cap:ethereum:${unregistered}`).note).toBe('none')
  })

  it('says how much of a cap is used and left, and nothing where there is none', () => {
    expect(of('supply-headroom')).toBe('8859.272943063477794185')
    expect(of('supply-cap-usage')).toMatch(/^0\.97785181764/)
    expect(of('borrow-cap-usage')).toMatch(/^1\.15863333/)
    expect(of('borrow-headroom')).toBe('0')
    expect(seen.num('lend.supply-cap-usage:ethereum:USDC')).toMatchObject({ status: 'absent', note: 'no-cap' })
    expect(seen.num(`lend.borrow-headroom:ethereum:${unregistered}`)).toMatchObject({ status: 'absent', note: 'none' })
  })

  it('gives shares in basis points as ratios and the bonus as its premium', () => {
    expect(of('ltv')).toBe('0.85')
    expect(of('liquidation-threshold')).toBe('0.86')
    expect(of('liquidation-bonus')).toBe('0.05')
    expect(of('liquidation-bonus', 'USDC')).toBe('0')
    expect(of('liquidation-protocol-fee')).toBe('0.1')
    expect(of('reserve-factor')).toBe('0.05')
    expect(of('reserve-factor', 'USDC')).toBe('0.01')
  })

  it('tells its flags apart', () => {
    const flags = ['active', 'frozen', 'paused', 'borrowing-enabled', 'flash-loan-enabled']
    const more = ['borrowable-in-isolation', 'siloed-borrowing']
    const all = (key: string) => [...flags, ...more].map((flag) => of(flag, key)).join('')
    expect(all('WETH')).toBe('1001100')
    expect(all('USDC')).toBe('1001111')
    expect(all(unregistered)).toBe('1110000')
  })

  it('gives dollar limits with two decimals', () => {
    expect(of('debt-ceiling-usd', unregistered)).toBe('5000000')
    expect(of('isolation-debt-usd', unregistered)).toBe('1234.56')
    expect(of('debt-ceiling-usd')).toBe('0')
    expect(seen.num('lend.debt-ceiling-usd:ethereum:WETH').note).toBe('none')
  })

  it('gives its e-mode category, and that category’s own limits', () => {
    expect([of('emode'), of('emode-ltv'), of('emode-liquidation-threshold'), of('emode-liquidation-bonus')]).toEqual([
      '1',
      '0.92',
      '0.93',
      '0.01',
    ])
    expect(of('emode', 'USDC')).toBe('0')
    expect(seen.num('lend.emode-ltv:ethereum:USDC')).toMatchObject({ status: 'ok', value: null, note: 'none' })
  })

  it('gives what the cap automator may do, and no value where it may nothing', () => {
    expect([of('supply-cap-max'), of('supply-cap-gap')]).toEqual(['2000000', '150000'])
    expect(seen.num('lend.borrow-cap-max:ethereum:WETH')).toMatchObject({ status: 'ok', value: null, note: 'none' })
  })

  it('calls an automatic maximum of 2^36 − 1 no cap', () => {
    expect(of('supply-cap-max', 'USDC')).toBe('68719476735')
    expect(seen.num('lend.supply-cap-max:ethereum:USDC').note).toBe('no-cap')
    expect(seen.num('lend.supply-cap-gap:ethereum:USDC').note).toBeUndefined()
    expect(seen.num('lend.supply-cap-max:ethereum:WETH').note).toBeUndefined()
  })

  it('says of a strategy without a curve that it has none, and does not call it a failure', () => {
    const { status, value: held, reason } = seen.num(`lend.slope-1:ethereum:${brokenOracle}`)
    expect({ status, held }).toEqual({ status: 'absent', held: null })
    expect(reason).toMatch(/no rate curve/)
    for (const next of ['next-supply-apy', 'next-borrow-apy'])
      expect(seen.num(`lend.${next}:ethereum:${brokenOracle}`)).toMatchObject({ status: 'absent', code: 'no-curve' })
  })

  it('says whether the oracle has a fallback', () => {
    const { value: backup } = seen.num('lend.fallback-oracle:ethereum:POOL_ADDRESSES_PROVIDER')
    expect(backup?.raw).toBe(0n)
  })

  it('says whether borrowing has been stopped by the kill switch', async () => {
    const id = 'lend.kill-switch-triggered:ethereum:POOL_ADDRESSES_PROVIDER'
    expect(seen.num(id)).toMatchObject({ status: 'ok', value: { raw: 0n, decimals: 0 } })
    const stopped = placeMarket(new FakeChain('ethereum', now), [usdc])
    stopped.answer(killSwitchOracle, contracts.KILL_SWITCH_ORACLE.address, 'triggered', [], true)
    expect((await observeAll(lendMetrics, [stopped])).num(id).value?.raw).toBe(1n)
  })

  it('gives addresses as numbers', () => {
    expect(seen.num('lend.underlying:ethereum:USDC').value?.raw).toBe(BigInt(usdc.asset))
    expect(seen.num('lend.sp-token:ethereum:USDC').value?.raw).toBe(BigInt(besides(usdc.asset, 1)))
    expect(seen.num('lend.debt-token:ethereum:USDC').value?.raw).toBe(BigInt(besides(usdc.asset, 3)))
    expect(seen.num('lend.rate-strategy:ethereum:USDC').value?.raw).toBe(BigInt(besides(usdc.asset, 4)))
    expect(seen.num('lend.oracle-source:ethereum:USDC').value?.raw).toBe(BigInt(besides(usdc.asset, 5)))
    const provider = contracts.POOL_ADDRESSES_PROVIDER.address
    expect(seen.num('lend.acl-admin:ethereum:POOL_ADDRESSES_PROVIDER').value?.raw).toBe(BigInt(besides(provider, 1)))
    expect(seen.num('lend.market-owner:ethereum:POOL_ADDRESSES_PROVIDER').value?.raw).toBe(BigInt(besides(provider, 2)))
  })
})

describe('rates', () => {
  it('keeps the stored yearly rate as the APR, to the last digit', () => {
    expect(of('supply-apr')).toBe('0.021624470144971981744160716')
    expect(of('borrow-apr')).toBe('0.10928423698425745132675261')
  })

  it('compounds it each second into the APY, as Aave’s library does to 1e-9', () => {
    for (const [apy, rate] of [
      ['supply-apy', weth.supplyRate],
      ['borrow-apy', weth.borrowRate],
    ] as const) {
      const perSecond = valueToZDBigNumber(String(rate)).dividedBy(SECONDS_PER_YEAR).plus(RAY)
      const aave = rayPow(perSecond, SECONDS_PER_YEAR).minus(RAY).shiftedBy(-27).toNumber()
      expect(Math.abs(Number(of(apy)) / aave - 1)).toBeLessThan(1e-9)
    }
    expect(of('borrow-apy')).toMatch(/^0\.115479365565/)
    expect(of('borrow-apy', 'USDC')).toBe('0')
  })

  it('sees utilisation as the rate curve does, 0 where nothing is borrowed', () => {
    expect(of('utilization')).toBe('0.888681512540587528443229448')
    expect(of('utilization', unregistered)).toBe('0')
    expect(of('utilization', brokenOracle)).toBe('0')
  })

  it('gives the curve as ratios', () => {
    expect(['optimal-utilization', 'base-rate', 'slope-1', 'slope-2'].map((metric) => of(metric))).toEqual([
      '0.9',
      '0',
      '0.02309056641413821',
      '0.75',
    ])
  })

  it('gives what the curve says at today’s utilisation, which differs from what is stored', () => {
    const usage = 347_590 / (347_590 + 43_540)
    const borrowed = (0.02309056641413821 * usage) / 0.9
    const earned = borrowed * usage * 0.95
    expect(Number(of('next-borrow-apy'))).toBeCloseTo(Math.expm1(borrowed), 8)
    expect(Number(of('next-supply-apy'))).toBeCloseTo(Math.expm1(earned), 8)
    expect(of('next-supply-apy', unregistered)).toBe('0')
  })
})

describe('dollars', () => {
  const missing = [unregistered, brokenOracle]

  it('multiplies exactly', () => {
    expect(of('price')).toBe('3928.31000123')
    expect(of('supplied-usd')).toBe(
      toDecimalString({ raw: (391_130n * 10n ** 18n + 7n) * 392_831_000_123n, decimals: 26 }),
    )
    expect(of('borrowed-usd', 'USDC')).toBe('1000000')
    expect(of('available-usd', 'USDC')).toBe('234567.890123')
  })

  it('takes a price of 0, and a revert, for no price: that price and those dollars alone are absent', () => {
    for (const key of missing) {
      expect(seen.num(`lend.price:ethereum:${key}`)).toMatchObject({ status: 'absent', code: 'no-price', value: null })
      expect(seen.num(`lend.supplied-usd:ethereum:${key}`)).toMatchObject({ status: 'absent', code: 'no-price' })
      expect(seen.num(`lend.supplied:ethereum:${key}`).status).toBe('ok')
    }
  })

  it('sums what is known and names what is not', () => {
    const total = seen.num('lend.supplied-usd:ethereum:TOTAL')
    const weths = (391_130n * 10n ** 18n + 7n) * 392_831_000_123n
    expect(total.status).toBe('ok')
    expect(value(total.id)).toBe(toDecimalString({ raw: weths + 1_234_567_890_123n * 10n ** 20n, decimals: 26 }))
    expect(total.omitted?.map(({ id }) => id)).toEqual(missing.map((key) => `lend.supplied-usd:ethereum:${key}`))
    expect(total.inputs).toHaveLength(4)
  })

  it('sums the markets, and says that one of the two is not known', () => {
    const all = seen.num('lend.supplied-usd:all:TOTAL')
    expect(value(all.id)).toBe(of('supplied-usd', 'TOTAL'))
    expect(all.parts).toEqual({ have: 1, of: 2 })
    expect(seen.num('lend.supplied-usd:gnosis:TOTAL')).toMatchObject({
      status: 'failed',
      code: 'not-read',
      value: null,
    })
    expect(all.omitted?.map(({ id }) => id)).toContain('lend.supplied-usd:gnosis:TOTAL')
  })
})
