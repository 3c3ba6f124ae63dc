import { beforeAll, describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { failureSentences } from '@/lib/errors'
import { toDecimalString } from '@/lib/math/fixed'
import { price } from '@/lib/metrics/lend/price'
import { savingsMetrics } from '@/lib/metrics/savings'
import { claimSteps } from '@/lib/metrics/tvl/claim-steps'
import { FakeChain, type Observed, observeAll } from '../fake-chain'
import { placeMarket } from '../lend/fake-market'
import { chi, chiAfterDay, fakeBase, fakeEthereum, fakeGnosis, rate450, rate475 } from './fake-savings'

const metrics = [...savingsMetrics, price]

let seen: Observed
const value = (id: string): string => {
  const { status, value: held, reason } = seen.num(id)
  if (status !== 'ok' || held === null) throw new Error(`${id} is ${status}: ${reason}`)
  return toDecimalString(held)
}
const of = (metric: string, key: string, chain = 'ethereum') => value(`savings.${metric}:${chain}:${key}`)

beforeAll(async () => {
  const ethereum = placeMarket(fakeEthereum(), [
    { asset: chainBySlug('ethereum').contracts.WETH.address, symbol: 'WETH', decimals: 18, price: 392_831_000_000n },
  ])
  seen = await observeAll(metrics, [ethereum, fakeGnosis(), fakeBase()])
})

/** Governed rates, basis points of APY to ray per second (sky-ecosystem/spells-mainnet, src/test/rates.sol). */
const governed: readonly [bps: bigint, rate: bigint][] = [
  [1n, 1000000000003170820659990704n],
  [100n, 1000000000315522921573372069n],
  [375n, 1000000001167363430498603315n],
  [500n, 1000000001547125957863212448n],
  [650n, 1000000001996917783620820123n],
  [875n, 1000000002659864411854984565n],
  [1250n, 1000000003734875566854894261n],
  [10000n, 1000000021979553151239153027n],
]

describe('savings', () => {
  it('has no defect anywhere', () => {
    expect(seen.defects).toEqual([])
  })

  it('gives the rate as the contract’s own integer', () => {
    expect(seen.num('savings.rate:ethereum:SUSDS').value).toEqual({ raw: rate450, decimals: 0 })
    expect(of('rate', 'SUSDC')).toBe(rate450.toString())
    expect(of('rate', 'SPUSDC')).toBe(rate475.toString())
    expect(of('rate', 'SDAI')).toBe('1000000000000000000000000000')
    expect(of('rate', 'SUSDS', 'base')).toBe(rate475.toString())
    expect(seen.nums.some(({ id }) => id === 'savings.rate:gnosis:SXDAI')).toBe(false)
  })

  it('compounds the rate over 31 536 000 seconds with the contracts’ own rounding', () => {
    expect(of('apy', 'SUSDS')).toBe('0.044999999999999999977849702')
    expect(of('apy', 'SPUSDC')).toBe('0.047499999999999999951165163')
    expect(of('apy', 'SDAI')).toBe('0')
  })

  it('turns each governed rate into the APY it was voted as, to 1e-17', async () => {
    for (const [bps, rate] of governed) {
      const { num } = await observeAll(savingsMetrics, [fakeBase(rate)])
      const distance = (num('savings.apy:base:SUSDS').value?.raw ?? 0n) - bps * 10n ** 23n
      expect(distance < 0n ? -distance : distance).toBeLessThan(10n ** 10n)
    }
  })

  it('gives Savings xDAI’s simple rate, and calls it so', () => {
    expect(of('apy', 'SXDAI', 'gnosis')).toBe('0.09855')
    expect(seen.num('savings.apy:gnosis:SXDAI').note).toBe('simple-rate')
  })

  it('counts shares and assets each in its own decimals', () => {
    expect(of('shares', 'SUSDS')).toBe('1234.567890123456789012')
    expect(of('assets', 'SUSDS')).toBe('1296.452619877993833823')
    expect(of('shares', 'SUSDC')).toBe('5000000')
    expect(of('assets', 'SUSDC')).toBe('5303030.30303')
    expect(of('assets', 'SPUSDC')).toBe('990820113.48588')
  })

  it('prices one share live, in assets', () => {
    expect(of('share-price', 'SUSDS')).toBe('1.05012663155231469')
    expect(of('share-price', 'SUSDC')).toBe('1.060606')
    expect(of('share-price', 'SPUSDC')).toBe('1.003205')
    expect(of('share-price', 'SXDAI', 'gnosis')).toBe('1.142857142857142857')
  })

  it('tells the stored index from the live one', () => {
    expect(of('stored-index', 'SUSDS')).toBe(chi.toString())
    expect(of('live-index', 'SUSDS')).toBe(chiAfterDay.toString())
    expect(of('live-index', 'SDAI')).toBe('2000000000000000000000000000')
    expect(of('live-index', 'SPUSDC')).toBe('1003205364766513922705779262')
    expect(of('live-index', 'SUSDS', 'base')).toBe('1076543210987654321098765432')
  })

  it('values bridged sUSDS by the oracle, whose rate is kept in full', () => {
    expect(of('shares', 'SUSDS', 'base')).toBe('1000.000000000000000001')
    expect(of('assets', 'SUSDS', 'base')).toBe('1076.543210987654321099')
    expect(of('share-price', 'SUSDS', 'base')).toBe('1.076543210987654321098765432')
    expect(of('assets', 'SUSDC', 'base')).toBe('1.07')
  })

  it('tells what lies in a vault from what the layer has taken, which is never negative', () => {
    expect(of('idle', 'SPUSDC')).toBe('120000000')
    expect(of('outstanding', 'SPUSDC')).toBe('870820113.48588')
    expect(of('outstanding', 'SPETH')).toBe('0')
  })

  it('finds the USDC that sUSDC pays out from, wherever the module keeps it', () => {
    expect(of('instant-liquidity', 'SUSDC')).toBe('400000000')
    expect(of('instant-liquidity', 'SUSDC', 'base')).toBe('12345678.901234')
  })

  it('counts stablecoins as dollars and ether at the market’s price', () => {
    expect(of('assets-usd', 'SPUSDC')).toBe(of('assets', 'SPUSDC'))
    expect(of('assets-usd', 'SXDAI', 'gnosis')).toBe('80000000')
    expect(of('assets-usd', 'SPETH')).toBe('432114.1')
    expect(of('idle-usd', 'SPETH')).toBe('471397.2')
    expect(of('idle-usd', 'SPUSDC')).toBe('120000000')
  })

  it('has no dollars for ether without a price', async () => {
    const without = await observeAll(metrics, [placeMarket(fakeEthereum(), [])])
    expect(without.num('savings.assets-usd:ethereum:SPETH').status).not.toBe('ok')
    expect(without.num('savings.assets-usd:ethereum:SPETH').value).toBeNull()
    expect(without.num('savings.assets-usd:ethereum:SPUSDC').status).toBe('ok')
  })

  it('knows a deposit cap that no deposit can reach from a number', () => {
    expect(of('deposit-cap', 'SPUSDC')).toBe('2000000000')
    expect(seen.num('savings.deposit-cap:ethereum:SPETH')).toMatchObject({
      status: 'ok',
      value: null,
      note: 'unlimited',
    })
  })

  it('takes a vault that is not deployed yet for absent', () => {
    for (const metric of ['rate', 'apy', 'assets', 'shares', 'share-price', 'idle', 'deposit-cap', 'assets-usd']) {
      expect(seen.num(`savings.${metric}:ethereum:SPUSDT`)).toMatchObject({ status: 'absent', value: null })
    }
  })

  it('fails one product for its own refusal alone', () => {
    expect(seen.num('savings.rate:ethereum:SPPYUSD')).toMatchObject({ status: 'failed', code: 'reverted' })
    expect(of('assets', 'SPPYUSD')).toBe('0')
  })

  it('says how far a chain’s rate is from Ethereum’s', () => {
    expect(of('rate-gap', 'SUSDS', 'base')).toBe((rate475 - rate450).toString())
    expect(of('apy-gap', 'SUSDC', 'base')).toBe('0.002499999999999999973315461')
    expect(seen.nums.some(({ id }) => id.startsWith('savings.rate-gap:ethereum'))).toBe(false)
  })

  it('takes an oracle that was never told a rate for unknown, not for a total loss', async () => {
    const { num } = await observeAll(metrics, [fakeEthereum(), fakeBase(0n)])
    for (const metric of ['rate', 'apy', 'live-index', 'stored-index', 'share-price', 'assets', 'assets-usd']) {
      for (const key of ['SUSDS', 'SUSDC']) {
        expect(num(`savings.${metric}:base:${key}`)).toMatchObject({ status: 'absent', value: null, code: 'not-set' })
      }
    }
    expect(num('savings.rate-gap:base:SUSDS')).toMatchObject({ status: 'absent', value: null })
    expect(num('savings.apy-gap:base:SUSDC')).toMatchObject({ status: 'absent', value: null })
    expect(num('savings.shares:base:SUSDS').status).toBe('ok')
  })

  it('names in every sum what an oracle without a rate leaves unknown', async () => {
    const { num } = await observeAll([...savingsMetrics, ...claimSteps], [fakeEthereum(), fakeBase(0n)])
    expect(num('tvl.bridged-copies-usd:base:TOTAL')).toMatchObject({
      status: 'absent',
      value: null,
      omitted: [{ id: 'savings.assets-usd:base:SUSDS', reason: failureSentences['not-set'] }],
    })
    expect(num('tvl.sky-savings-usd:all:TOTAL').omitted).toContainEqual({
      id: 'tvl.sky-savings-usd:base:TOTAL',
      reason: failureSentences['nothing-known'],
    })
  })

  it('has nothing to withdraw at once while the module is halted, and says so', async () => {
    const { num } = await observeAll(savingsMetrics, [fakeEthereum(2n ** 256n - 1n)])
    expect(num('savings.instant-liquidity:ethereum:SUSDC')).toMatchObject({
      status: 'ok',
      value: { raw: 0n, decimals: 6 },
      note: 'halted',
    })
    expect(num('savings.assets:ethereum:SUSDC')).toMatchObject({ status: 'ok' })
  })

  it('names a fee that the module takes, of which the USDC in it is not less', async () => {
    const { num } = await observeAll(savingsMetrics, [fakeEthereum(10n ** 15n)])
    expect(num('savings.instant-liquidity:ethereum:SUSDC')).toMatchObject({
      status: 'ok',
      value: { raw: 400_000_000_000_000n, decimals: 6 },
      note: 'fee',
    })
    expect(seen.num('savings.instant-liquidity:ethereum:SUSDC').note).toBeUndefined()
  })

  it('carries the symbol that each contract says', () => {
    expect(seen.num('savings.apy:gnosis:SXDAI').label).toBe('sDAI')
    expect(seen.num('savings.assets-usd:ethereum:SPUSDC').label).toBe('spUSDC')
  })

  it('is asked the same at every block', async () => {
    const later = fakeEthereum()
    later.timestamp += 12
    const again = await observeAll(savingsMetrics, [later])
    const first = await observeAll(savingsMetrics, [fakeEthereum()])
    expect(again.calls).toEqual(first.calls)
  })

  it('has every chain’s products where they stand, deployed or not', async () => {
    const empty = await observeAll(savingsMetrics, [new FakeChain('arbitrum', 1), new FakeChain('unichain', 1)])
    const keys = empty.nums.filter(({ metric }) => metric === 'savings.apy').map(({ chain, key }) => `${chain}:${key}`)
    expect(keys).toEqual(['arbitrum:SUSDS', 'arbitrum:SUSDC', 'arbitrum:SPUSDT', 'unichain:SUSDS', 'unichain:SUSDC'])
    expect(empty.nums.every(({ value: held }) => held === null)).toBe(true)
  })
})
