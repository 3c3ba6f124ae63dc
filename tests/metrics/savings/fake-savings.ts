import type { Address } from 'viem'
import { chainBySlug } from '@/lib/chains'
import { erc20 } from '@/lib/contracts/erc20'
import { erc4626 } from '@/lib/contracts/erc4626'
import { litePsm } from '@/lib/contracts/lite-psm'
import { pot } from '@/lib/contracts/pot'
import { psm3 } from '@/lib/contracts/psm3'
import { savingsXdaiAdapter } from '@/lib/contracts/savings-xdai-adapter'
import { sparkVaultV2 } from '@/lib/contracts/spark-vault-v2'
import { ssrOracle } from '@/lib/contracts/ssr-oracle'
import { susds } from '@/lib/contracts/susds'
import { FakeChain } from '../fake-chain'

const unlimited = 2n ** 256n - 1n

/** Golden: 4.50 % a year, and an index of 1.05 a day before the block, worked out by two programs. */
export const rate450 = 1000000001395766281313196627n
export const chi = 1050000000000000000000000000n
export const chiAfterDay = 1050126631552314690313184316n
/** 4.75 % a year. */
export const rate475 = 1000000001471536429740616381n
const now = 1_763_600_000

const token = (chain: FakeChain, address: Address, symbol: string, decimals: number, supply = 0n) =>
  chain
    .answer(erc20, address, 'symbol', [], symbol)
    .answer(erc20, address, 'decimals', [], decimals)
    .answer(erc20, address, 'totalSupply', [], supply)

const vault = (
  chain: FakeChain,
  address: Address,
  [symbol, decimals]: readonly [string, number],
  [supply, assets, one]: readonly [bigint, bigint, bigint],
) =>
  token(chain, address, symbol, decimals, supply)
    .answer(erc4626, address, 'totalAssets', [], assets)
    .answer(erc4626, address, 'convertToAssets', [10n ** BigInt(decimals)], one)

/** Ethereum with sUSDS, sDAI, sUSDC, spUSDC, spETH and spPYUSD; spUSDT is not deployed yet. `tout`: the module’s fee for USDC. */
export const fakeEthereum = (tout = 0n): FakeChain => {
  const chain = new FakeChain('ethereum', now)
  const { contracts: at } = chainBySlug('ethereum')
  token(chain, at.USDS.address, 'USDS', 18)
  token(chain, at.DAI.address, 'DAI', 18)
  token(chain, at.USDC.address, 'USDC', 6)
  token(chain, at.WETH.address, 'WETH', 18)
  token(chain, at.PYUSD.address, 'PYUSD', 6)
  const accrued = (shares: bigint) => (shares * chiAfterDay) / 10n ** 27n
  const shares = 1_234_567_890_123_456_789_012n
  vault(chain, at.SUSDS.address, ['sUSDS', 18], [shares, accrued(shares), accrued(10n ** 18n)])
    .answer(susds, at.SUSDS.address, 'ssr', [], rate450)
    .answer(susds, at.SUSDS.address, 'chi', [], chi)
    .answer(susds, at.SUSDS.address, 'rho', [], BigInt(now - 86_400))
  vault(chain, at.SDAI.address, ['sDAI', 18], [10n ** 18n, 2n * 10n ** 18n, 2n * 10n ** 18n])
    .answer(pot, at.POT.address, 'dsr', [], 10n ** 27n)
    .answer(pot, at.POT.address, 'chi', [], 2n * 10n ** 27n)
    .answer(pot, at.POT.address, 'rho', [], BigInt(now))
  vault(chain, at.SUSDC.address, ['sUSDC', 18], [5_000_000n * 10n ** 18n, 5_303_030_303_030n, 1_060_606n])
  chain
    .answer(litePsm, at.PSM.address, 'tout', [], tout)
    .answer(erc20, at.USDC.address, 'balanceOf', [at.PSM_POCKET.address], 400_000_000_000_000n)
  vault(
    chain,
    at.SPARK_VAULT_V2_SPUSDC.address,
    ['spUSDC', 6],
    [987_654_321_123_456n, 990_820_113_485_880n, 1_003_205n],
  )
    .answer(erc20, at.USDC.address, 'balanceOf', [at.SPARK_VAULT_V2_SPUSDC.address], 120_000_000_000_000n)
    .answer(sparkVaultV2, at.SPARK_VAULT_V2_SPUSDC.address, 'vsr', [], rate475)
    .answer(sparkVaultV2, at.SPARK_VAULT_V2_SPUSDC.address, 'chi', [], 1003141592653589793238462643n)
    .answer(sparkVaultV2, at.SPARK_VAULT_V2_SPUSDC.address, 'nowChi', [], 1003205364766513922705779262n)
    .answer(sparkVaultV2, at.SPARK_VAULT_V2_SPUSDC.address, 'depositCap', [], 2_000_000_000_000_000n)
  vault(chain, at.SPARK_VAULT_V2_SPETH.address, ['spETH', 18], [10n ** 20n, 11n * 10n ** 19n, 11n * 10n ** 17n])
    .answer(erc20, at.WETH.address, 'balanceOf', [at.SPARK_VAULT_V2_SPETH.address], 12n * 10n ** 19n)
    .answer(sparkVaultV2, at.SPARK_VAULT_V2_SPETH.address, 'vsr', [], 10n ** 27n)
    .answer(sparkVaultV2, at.SPARK_VAULT_V2_SPETH.address, 'depositCap', [], unlimited / 10n ** 27n + 1n)
  vault(chain, at.SPARK_VAULT_V2_SPPYUSD.address, ['spPYUSD', 6], [0n, 0n, 1_000_000n]).revert(
    sparkVaultV2,
    at.SPARK_VAULT_V2_SPPYUSD.address,
    'vsr',
  )
  return chain
}

/** Gnosis with Savings xDAI at a simple 9.855 %. */
export const fakeGnosis = (): FakeChain => {
  const chain = new FakeChain('gnosis', now)
  const { contracts: at } = chainBySlug('gnosis')
  token(chain, at.WXDAI.address, 'WXDAI', 18)
  vault(chain, at.SXDAI.address, ['sDAI', 18], [70n * 10n ** 24n, 80n * 10n ** 24n, 1_142_857_142_857_142_857n])
  return chain.answer(savingsXdaiAdapter, at.SXDAI_ADAPTER.address, 'vaultAPY', [], 98_550_000_000_000_000n)
}

/** Base with bridged sUSDS at an older rate, and sUSDC; `ssr` 0 is an oracle that nobody has told anything yet. */
export const fakeBase = (ssr = rate475): FakeChain => {
  const ifSet = (raw: bigint) => (ssr === 0n ? 0n : raw)
  const chain = new FakeChain('base', now)
  const { contracts: at } = chainBySlug('base')
  token(chain, at.USDS.address, 'USDS', 18)
  token(chain, at.USDC.address, 'USDC', 6)
  token(chain, at.SUSDS.address, 'sUSDS', 18, 1_000_000_000_000_000_000_001n)
  vault(chain, at.SUSDC.address, ['sUSDC', 18], [10n ** 18n, ifSet(1_070_000n), ifSet(1_070_000n)])
  const pocket = at.ALM_PROXY.address
  return chain
    .answer(psm3, at.PSM3.address, 'pocket', [], pocket)
    .answer(erc20, at.USDC.address, 'balanceOf', [pocket], 12_345_678_901_234n)
    .answer(ssrOracle, at.SSR_AUTH_ORACLE.address, 'getSSR', [], ssr)
    .answer(ssrOracle, at.SSR_AUTH_ORACLE.address, 'getChi', [], ifSet(chi))
    .answer(ssrOracle, at.SSR_AUTH_ORACLE.address, 'getConversionRate', [], ifSet(1076543210987654321098765432n))
}
