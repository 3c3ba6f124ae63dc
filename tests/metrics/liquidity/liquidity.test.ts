import { beforeEach, expect, test } from 'vitest'
import { chainBySlug, chainSlugs } from '@/lib/chains'
import { erc20 } from '@/lib/contracts/erc20'
import { erc4626 } from '@/lib/contracts/erc4626'
import { psm3 } from '@/lib/contracts/psm3'
import { ssrOracle } from '@/lib/contracts/ssr-oracle'
import { toDecimalString } from '@/lib/math/fixed'
import { psm3AssetValue, psm3TotalAssets } from '@/lib/math/vault'
import { liquidityMetrics } from '@/lib/metrics/liquidity'
import { neverRead } from '@/lib/metrics/observe'
import { layerChains, positions } from '@/lib/positions'
import { FakeChain, type Observed, observeAll } from '../fake-chain'

const { contracts } = chainBySlug('base')
const proxy = contracts.ALM_PROXY.address
const pocket = '0x00000000000000000000000000000000000000aa'
const large = 10n ** 36n

const rate = 1_057_431_879_559_079_192_649_060_899n
const usdc = 67_500_000_000_000n
const usds = 22_500_000_000_000_000_000_000_000n
const susds = 56_741_243_724_388_558_242_686_809n
const totalAssets = psm3TotalAssets(usdc, usds, susds, rate)
const totalShares = 148_221_343_873_517_786_561_264_820n
const shares = (totalShares * 97n) / 100n

let fake: FakeChain
beforeEach(() => {
  fake = new FakeChain('base', 1_751_328_000)
    .answer(psm3, contracts.PSM3.address, 'shares', [proxy], shares)
    .answer(psm3, contracts.PSM3.address, 'totalAssets', [], totalAssets)
    .answer(psm3, contracts.PSM3.address, 'pocket', [], pocket)
    .answer(
      psm3,
      contracts.PSM3.address,
      'convertToAssetValue',
      [large],
      psm3AssetValue(large, totalAssets, totalShares),
    )
    .answer(erc20, contracts.USDC.address, 'decimals', [], 6)
    .answer(erc20, contracts.USDC.address, 'balanceOf', [pocket], usdc)
    .answer(erc20, contracts.USDC.address, 'balanceOf', [proxy], 1_234_567n)
    .answer(erc20, contracts.MORPHO_VAULT_SUSDC.address, 'decimals', [], 18)
    .answer(erc20, contracts.MORPHO_VAULT_SUSDC.address, 'balanceOf', [proxy], 40n * 10n ** 24n)
    .answer(
      erc4626,
      contracts.MORPHO_VAULT_SUSDC.address,
      'convertToAssets',
      [large],
      1_103_235_052_142_100_000_000_000n,
    )
    .answer(erc20, contracts.SUSDS.address, 'decimals', [], 18)
    .answer(erc20, contracts.SUSDS.address, 'balanceOf', [proxy], 10n ** 18n)
    .answer(ssrOracle, contracts.SSR_AUTH_ORACLE.address, 'getConversionRate', [], rate)
    .answer(erc20, contracts.MORPHO_TOKEN.address, 'decimals', [], 18)
    .answer(erc20, contracts.MORPHO_TOKEN.address, 'balanceOf', [proxy], 5n * 10n ** 18n)
})

const value = (observed: Observed, id: string) => {
  const num = observed.num(id)
  return num.value ? toDecimalString(num.value) : num.code
}

test('amounts are raw balances, dollars the amount times the worth of a unit', async () => {
  const observed = await observeAll(liquidityMetrics, [fake])
  expect(value(observed, 'liquidity.position:base:MORPHO_VAULT_SUSDC')).toBe('40000000')
  expect(value(observed, 'liquidity.unit-value:base:MORPHO_VAULT_SUSDC')).toBe('1.1032350521421')
  expect(value(observed, 'liquidity.position-usd:base:MORPHO_VAULT_SUSDC')).toBe('44129402.085684')
  expect(value(observed, 'liquidity.position-usd:base:USDC')).toBe('1.234567')
  expect(value(observed, 'liquidity.position-usd:base:SUSDS')).toBe('1.057431879559079193')
  expect(observed.num('liquidity.position-usd:base:USDC').inputs).toEqual([
    'liquidity.position:base:USDC',
    'liquidity.unit-value:base:USDC',
  ])
  expect(observed.defects).toEqual([])
})

test('a PSM3: shares, what they are worth, all assets, and the USDC where the pocket is', async () => {
  const observed = await observeAll(liquidityMetrics, [fake])
  expect(observed.num('liquidity.position:base:PSM3').value).toEqual({ raw: shares, decimals: 18 })
  const worth = observed.num('liquidity.position-usd:base:PSM3').value
  const exact = psm3AssetValue(shares, totalAssets, totalShares)
  const off = (worth?.raw ?? 0n) / 10n ** 18n - exact
  expect(off < 10n ** 9n && off > -(10n ** 9n)).toBe(true)
  expect(value(observed, 'liquidity.psm-assets-usd:base:PSM3')).toBe('149999999.999999999999999998')
  expect(value(observed, 'liquidity.psm-usdc:base:PSM3')).toBe('67500000')
  expect(value(observed, 'liquidity.psm-usdc-usd:base:PSM3')).toBe('67500000')
})

test('without a price the amount stands and the dollars are absent', async () => {
  const observed = await observeAll(liquidityMetrics, [fake])
  expect(value(observed, 'liquidity.position:base:MORPHO_TOKEN')).toBe('5')
  expect(observed.num('liquidity.position-usd:base:MORPHO_TOKEN')).toMatchObject({ status: 'absent', code: 'no-price' })
})

test('a venue that is not deployed is absent, one that refuses has failed; neither touches another', async () => {
  fake
    .revert(erc20, contracts.USDS.address, 'balanceOf', [proxy])
    .answer(erc20, contracts.USDS.address, 'decimals', [], 18)
  const observed = await observeAll(liquidityMetrics, [fake])
  expect(observed.num('liquidity.position:base:ATOKEN_USDC')).toMatchObject({ status: 'absent', code: 'not-deployed' })
  expect(observed.num('liquidity.position:base:USDS')).toMatchObject({ status: 'failed', code: 'reverted' })
  expect(observed.num('liquidity.position:base:USDC').status).toBe('ok')
})

test('the calls of the next block are the same whatever the balances: nothing is asked about an amount', async () => {
  const before = await observeAll(liquidityMetrics, [fake])
  fake
    .answer(psm3, contracts.PSM3.address, 'shares', [proxy], shares + 1n)
    .answer(erc20, contracts.MORPHO_VAULT_SUSDC.address, 'balanceOf', [proxy], 41n * 10n ** 24n)
    .answer(erc20, contracts.USDC.address, 'balanceOf', [proxy], 2n)
  expect((await observeAll(liquidityMetrics, [fake])).calls).toEqual(before.calls)
})

test('labels name the token, what it waits for, and another holder', async () => {
  const observed = await observeAll(liquidityMetrics, [fake])
  expect(observed.num('liquidity.position:base:MORPHO_VAULT_SUSDC').label).toBe('sparkUSDC')
  expect(observed.num('liquidity.unit-value:base:USDC@ALM_PROXY_FREEZABLE').label).toBe('USDC@ALM_PROXY_FREEZABLE')
})

test('a chain that was never read is said to lack every position it can hold', () => {
  const failed = neverRead(liquidityMetrics, 'unichain', {
    code: 'timeout',
    message: 'The node did not answer in time.',
  })
  const keys = failed.filter(({ metric }) => metric === 'liquidity.position').map(({ key }) => key)
  expect(keys).toEqual(positions.unichain.map(({ key }) => key))
})

test('Gnosis has no layer', () => {
  for (const metric of liquidityMetrics)
    expect(metric.kind === 'read' ? metric.chains : metric.scopes, metric.id).not.toContain('gnosis')
  expect(layerChains).toHaveLength(chainSlugs.length - 1)
})
