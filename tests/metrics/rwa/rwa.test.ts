import { beforeEach, describe, expect, test } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { centrifugeShare } from '@/lib/contracts/centrifuge-share'
import { erc20 } from '@/lib/contracts/erc20'
import { erc7540Vault } from '@/lib/contracts/erc7540-vault'
import { superstateOracle } from '@/lib/contracts/superstate-oracle'
import { superstateToken } from '@/lib/contracts/superstate-token'
import { toDecimalString } from '@/lib/math/fixed'
import { liquidityMetrics } from '@/lib/metrics/liquidity'
import { rwaMetrics } from '@/lib/metrics/rwa'
import { FakeChain, type Observed, observeAll } from '../fake-chain'

const registry = chainBySlug('ethereum').contracts
const addressOf = (key: keyof typeof registry) => registry[key].address
const proxy = addressOf('ALM_PROXY')
const arbitrum = chainBySlug('arbitrum').contracts
const million = 10n ** 12n
const now = 1_751_328_000

const fund = (fake: FakeChain, token: keyof typeof registry, supply: bigint, held: bigint): FakeChain =>
  fake
    .answer(erc20, addressOf(token), 'decimals', [], 6)
    .answer(erc20, addressOf(token), 'totalSupply', [], supply)
    .answer(erc20, addressOf(token), 'balanceOf', [proxy], held)

const superstate = (
  fake: FakeChain,
  token: 'USTB' | 'USCC',
  oracle: 'SUPERSTATE_ORACLE' | 'USCC_CHAINLINK_ORACLE',
  nav: bigint,
) =>
  fake
    .answer(superstateToken, addressOf(token), 'superstateOracle', [], addressOf(oracle))
    .answer(superstateOracle, addressOf(oracle), 'decimals', [], 6)
    .answer(superstateOracle, addressOf(oracle), 'latestRoundData', [], [1n, nav, 0n, BigInt(now), 1n])

/** The balances from which the figures that the press gave in May 2025 come out: 2.81 B, 490.7 M and 237.1 M. */
const may2025 = (): FakeChain => {
  const fake = new FakeChain('ethereum', now)
  fund(fake, 'BUIDL', 1_137_800_000_000_000n, 0n)
  fund(fake, 'BUIDLI', 1_672_200_000_000_000n, 1_672_200_000_000_000n)
  fund(superstate(fake, 'USTB', 'SUPERSTATE_ORACLE', 10_670_000n), 'USTB', 45_988_753_514_527n, 45_988_753_514_527n)
  fund(superstate(fake, 'USCC', 'USCC_CHAINLINK_ORACLE', 11_000_000n), 'USCC', 20n * million, 5n * million)
  fund(fake, 'JTRSY', 224_526_515_151_516n, 224_526_515_151_516n)
  fake.answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'convertToAssets', [10n ** 18n], 1_056n * 10n ** 15n)
  fake.answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'priceLastUpdated', [], BigInt(now - 3600))
  fake.answer(erc20, addressOf('USDC'), 'decimals', [], 6)
  const states = ['claimableCancelDepositRequest', 'claimableCancelRedeemRequest'] as const
  for (const state of ['pendingDepositRequest', 'pendingRedeemRequest', ...states] as const)
    fake.answer(erc7540Vault, addressOf('JTRSY_VAULT'), state, [0n, proxy], 0n)
  for (const state of ['maxMint', 'maxWithdraw'] as const)
    fake.answer(erc7540Vault, addressOf('JTRSY_VAULT'), state, [proxy], 0n)
  return fake
}

const metrics = [...liquidityMetrics, ...rwaMetrics]
let fake: FakeChain
beforeEach(() => {
  fake = may2025()
})
const value = (observed: Observed, id: string) => {
  const num = observed.num(id)
  return num.value ? toDecimalString(num.value) : num.status
}

describe('the funds of May 2025', () => {
  test('assets under management', async () => {
    const observed = await observeAll(metrics, [fake])
    expect(value(observed, 'rwa.aum-usd:ethereum:BUIDL')).toBe('1137800000')
    expect(value(observed, 'rwa.aum-usd:all:BUIDL_FUND')).toBe('2810000000')
    expect(value(observed, 'rwa.aum-usd:all:USTB')).toBe('490700000.00000309')
    expect(value(observed, 'rwa.aum-usd:ethereum:JTRSY')).toBe('237100000.000000896')
    expect(value(observed, 'rwa.aum-usd:ethereum:TOTAL')).toBe('3537800000.000003986')
  })

  test('what Spark holds of them: 2.4 B, more than two thirds, USCC apart', async () => {
    const observed = await observeAll(metrics, [fake])
    expect(value(observed, 'rwa.spark-holding:all:BUIDLI')).toBe('1672200000')
    expect(value(observed, 'rwa.spark-holding-usd:all:TOTAL')).toBe('2400000000.000003986')
    expect(value(observed, 'rwa.spark-share:all:TOTAL')).toMatch(/^0\.678387698569/)
    expect(value(observed, 'rwa.spark-holding-usd:all:USCC')).toBe('55000000')
    expect(value(observed, 'rwa.spark-share:ethereum:USCC')).toBe('0.25')
    expect(value(observed, 'rwa.spark-share:all:BUIDL_FUND')).toMatch(/^0\.5950889679/)
    expect(observed.defects).toEqual([])
  })

  test('a fund’s dollars are the issuer’s word, its tokens are not', async () => {
    const observed = await observeAll(metrics, [fake])
    const classes = ['rwa.supply', 'rwa.nav', 'rwa.spark-holding', 'rwa.spark-holding-usd'].map(
      (metric) => observed.num(`${metric}:ethereum:BUIDLI`).class,
    )
    expect(classes).toEqual(['onchain', 'issuer', 'onchain', 'issuer'])
    expect(observed.num('liquidity.position-usd:ethereum:USTB').class).toBe('issuer')
    expect(observed.num('liquidity.position:ethereum:USTB').class).toBe('onchain')
  })
})

test('what is under way counts: shares as tokens, dollars as dollars', async () => {
  fake
    .answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'pendingRedeemRequest', [0n, proxy], 10n * million)
    .answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'maxMint', [proxy], million)
    .answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'pendingDepositRequest', [0n, proxy], 7n * million)
    .answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'maxWithdraw', [proxy], 3n * million)
  const observed = await observeAll(metrics, [fake])
  expect(value(observed, 'rwa.spark-holding:ethereum:JTRSY')).toBe('235526515.151516')
  expect(value(observed, 'rwa.spark-holding-usd:ethereum:JTRSY')).toBe('258716000.000000896')
})

test('other chains add to a fund’s size; one without the token takes nothing away', async () => {
  const other = new FakeChain('arbitrum', 1_751_328_000)
    .answer(erc20, arbitrum.BUIDL.address, 'decimals', [], 6)
    .answer(erc20, arbitrum.BUIDL.address, 'totalSupply', [], 100n * million)
  const observed = await observeAll(metrics, [fake, other, new FakeChain('optimism', 1_751_328_000)])
  expect(value(observed, 'rwa.aum-usd:all:BUIDL')).toBe('1237800000')
  expect(observed.num('rwa.aum-usd:all:BUIDL').omitted).toBeUndefined()
  expect(observed.num('rwa.supply:optimism:BUIDL')).toMatchObject({ status: 'absent', code: 'not-deployed' })
})

test('without a NAV the tokens stand, the dollars are absent, and the sum says what it leaves out', async () => {
  fake.revert(superstateOracle, addressOf('SUPERSTATE_ORACLE'), 'latestRoundData')
  const observed = await observeAll(metrics, [fake])
  expect(value(observed, 'rwa.spark-holding:ethereum:USTB')).toBe('45988753.514527')
  expect(observed.num('rwa.nav:ethereum:USTB')).toMatchObject({ status: 'absent', code: 'no-price' })
  expect(value(observed, 'rwa.spark-holding-usd:all:TOTAL')).toBe('1909300000.000000896')
  expect(observed.num('rwa.spark-holding-usd:all:TOTAL').omitted?.map(({ id }) => id)).toEqual([
    'liquidity.position-usd:ethereum:USTB',
  ])
})

describe('a NAV that has not been updated for five days', () => {
  const days = (count: number) => BigInt(now - count * 86_400)
  const dated = (at: bigint) => fake.answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'priceLastUpdated', [], at)
  const named = () =>
    fake.answer(centrifugeShare, addressOf('JTRSY'), 'vault', [addressOf('USDC')], addressOf('JTRSY_VAULT'))
  const ids = ['rwa.nav:ethereum', 'liquidity.unit-value:ethereum', 'rwa.aum-usd:all', 'rwa.spark-holding-usd:all']

  test('stands as stale with its date, and so does all that is made of it, totals included', async () => {
    named()
    dated(days(20))
    const observed = await observeAll(metrics, [fake])
    for (const id of [...ids.map((each) => `${each}:JTRSY`), 'rwa.aum-usd:all:TOTAL', 'rwa.spark-share:all:TOTAL'])
      expect(observed.num(id), id).toMatchObject({ status: 'stale', code: 'old-price' })
    expect(value(observed, 'rwa.aum-usd:ethereum:TOTAL')).toBe('3537800000.000003986')
    expect(value(observed, 'rwa.nav-updated:ethereum:JTRSY')).toBe(String(days(20)))
    expect(observed.num('rwa.nav-updated:ethereum:JTRSY').status).toBe('ok')
    expect(observed.num('rwa.nav:ethereum:USTB').status).toBe('ok')
    expect(observed.num('rwa.spark-holding:all:JTRSY').status).toBe('ok')
  })

  test('is good to the end of the fifth day', async () => {
    named()
    dated(days(5))
    expect((await observeAll(metrics, [fake])).num('rwa.nav:ethereum:JTRSY').status).toBe('ok')
  })

  test('makes nothing of Spark’s stale where Spark holds nothing of the fund', async () => {
    named()
    dated(days(20)).answer(erc20, addressOf('JTRSY'), 'balanceOf', [proxy], 0n)
    const observed = await observeAll(metrics, [fake])
    expect(observed.num('rwa.spark-holding-usd:all:TOTAL')).toMatchObject({ status: 'ok' })
    expect(observed.num('rwa.spark-holding-usd:all:JTRSY')).toMatchObject({ status: 'ok', value: { raw: 0n } })
    expect(observed.num('rwa.aum-usd:all:JTRSY').status).toBe('stale')
  })

  test('is no price from a vault that the token does not name: the sum says that it is missing', async () => {
    dated(days(400))
    const observed = await observeAll(metrics, [fake])
    expect(observed.num('rwa.nav:ethereum:JTRSY')).toMatchObject({ status: 'absent', code: 'no-price' })
    expect(observed.num('rwa.nav-updated:ethereum:JTRSY').status).toBe('absent')
    expect(observed.num('rwa.aum-usd:ethereum:TOTAL').omitted?.map(({ id }) => id)).toEqual([
      'rwa.aum-usd:ethereum:JTRSY',
    ])
  })

  test('has a date for every fund whose value is reported, and for no other', async () => {
    const observed = await observeAll(metrics, [fake])
    const dates = observed.nums.filter(({ metric }) => metric === 'rwa.nav-updated')
    expect(dates.map(({ key, status, unit }) => [key, status, unit])).toEqual(
      ['USTB', 'JTRSY', 'USCC'].map((key) => [key, 'ok', 'time']),
    )
  })
})
