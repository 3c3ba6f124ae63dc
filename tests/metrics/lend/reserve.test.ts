import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { aToken } from '@/lib/contracts/a-token'
import { erc20 } from '@/lib/contracts/erc20'
import { pool } from '@/lib/contracts/pool'
import { failure } from '@/lib/errors'
import { deriveAll } from '@/lib/metrics/derive'
import { lendMetrics } from '@/lib/metrics/lend'
import { neverRead } from '@/lib/metrics/observe'
import { FakeChain, observeAll } from '../fake-chain'
import { besides, type FakeReserve, placeMarket } from './fake-market'

const { contracts } = chainBySlug('ethereum')
const reserve = (key: 'USDC' | 'DAI', more: Partial<FakeReserve> = {}): FakeReserve => ({
  asset: contracts[key].address,
  symbol: key,
  decimals: key === 'USDC' ? 6 : 18,
  price: 100_000_000n,
  supplied: 10n ** 20n,
  variableDebt: 10n ** 19n,
  cash: 9n * 10n ** 19n,
  ...more,
})

describe('a market', () => {
  it('is asked the same at every block, whatever the amounts', async () => {
    const first = await observeAll(lendMetrics, [
      placeMarket(new FakeChain('ethereum', 1_000), [reserve('USDC'), reserve('DAI')]),
    ])
    const later = await observeAll(lendMetrics, [
      placeMarket(new FakeChain('ethereum', 2_000), [
        reserve('USDC', { supplied: 1n, variableDebt: 5n, cash: 3n, price: 99_000_000n, supplyCap: 5n }),
        reserve('DAI', { supplyRate: 10n ** 25n, accrued: 4n, flags: ['paused'] }),
      ]),
    ])
    expect(later.calls).toEqual(first.calls)
  })

  it('loses one number to one refusing contract, and no more', async () => {
    const chain = placeMarket(new FakeChain('ethereum', 1_000), [reserve('USDC'), reserve('DAI')])
    chain.revert(aToken, besides(contracts.USDC.address, 1), 'totalSupply')
    const { num, nums, defects } = await observeAll(lendMetrics, [chain])
    expect(num('lend.supplied:ethereum:USDC')).toMatchObject({ status: 'failed', code: 'reverted' })
    const failed = nums.filter(({ status }) => status === 'failed').map(({ id }) => id)
    expect(failed).toEqual(['lend.supplied:ethereum:USDC', 'lend.supplied-usd:ethereum:USDC'])
    expect(num('lend.supplied-usd:ethereum:TOTAL').omitted?.map(({ id }) => id)).toEqual([
      'lend.supplied-usd:ethereum:USDC',
    ])
    expect(defects).toEqual([])
  })

  it('says nothing of a broken curve, and the rest of its neighbours’', async () => {
    const ray = 10n ** 27n
    const curve = [0n, 0n, 0n, 0n] as const
    const steep = [ray / 2n, 2_000n * ray, 0n, 0n] as const
    const { num, defects } = await observeAll(lendMetrics, [
      placeMarket(new FakeChain('ethereum', 1_000), [reserve('USDC', { curve }), reserve('DAI')]),
      placeMarket(new FakeChain('gnosis', 1_000), [reserve('USDC', { curve: steep }), reserve('DAI')]),
    ])
    for (const chain of ['ethereum', 'gnosis']) {
      const [broken, sound] = chain === 'ethereum' ? ['USDC', 'DAI'] : [contracts.USDC.address, contracts.DAI.address]
      expect(num(`lend.next-borrow-apy:${chain}:${broken}`)).toMatchObject({ status: 'absent', value: null })
      expect(num(`lend.next-borrow-apy:${chain}:${sound}`).status).toBe('ok')
    }
    expect(defects).toEqual([])
  })

  it('takes a whole reserve for failed when the pool refuses its data, and leaves the others', async () => {
    const chain = placeMarket(new FakeChain('ethereum', 1_000), [reserve('USDC'), reserve('DAI')])
    chain.revert(pool, contracts.POOL.address, 'getReserveData', [contracts.DAI.address])
    const { num } = await observeAll(lendMetrics, [chain])
    expect(num('lend.ltv:ethereum:DAI').status).toBe('failed')
    expect(num('lend.price:ethereum:DAI').status).toBe('ok')
    expect(num('lend.ltv:ethereum:USDC').status).toBe('ok')
  })

  it('is absent, not 0, before the pool exists', async () => {
    const { num, nums } = await observeAll(lendMetrics, [new FakeChain('gnosis', 1_000)])
    expect(num('lend.supplied:gnosis:WXDAI')).toMatchObject({ status: 'absent', code: 'not-deployed', value: null })
    expect(num('lend.supplied-usd:gnosis:TOTAL')).toMatchObject({ status: 'absent', value: null })
    expect(nums.every(({ value }) => value === null)).toBe(true)
  })

  it('names the reserves it is known to have where it could never be read', () => {
    const nums = neverRead(lendMetrics, 'ethereum', failure('timeout'))
    const keys = nums.filter(({ metric }) => metric === 'lend.supplied').map(({ key }) => key)
    expect(keys).toHaveLength(20)
    expect(keys).toContain('PYUSD')
    expect(keys.some((key) => key.endsWith('_STABLE'))).toBe(false)
    const totals = deriveAll(lendMetrics, nums, ['ethereum'], () => undefined)
    const total = totals.find(({ id }) => id === 'lend.supplied-usd:ethereum:TOTAL')
    expect(total).toMatchObject({ value: null, status: 'failed' })
  })

  it('shows a symbol without what could break a page', async () => {
    const chain = placeMarket(new FakeChain('ethereum', 1_000), [reserve('USDC')])
    const hostile = `U\u0000S\u202EDC\n\u200B${'x'.repeat(100)}`
    chain.answer(erc20, contracts.USDC.address, 'symbol', [], hostile)
    const { num } = await observeAll(lendMetrics, [chain])
    expect(num('lend.supplied:ethereum:USDC').label).toBe(`USDC${'x'.repeat(28)}`)
  })
})
