import type { Address } from 'viem'
import type { Chain } from '../chains'
import { arbitrum } from '../chains/arbitrum'
import { base } from '../chains/base'
import { optimism } from '../chains/optimism'
import { unichain } from '../chains/unichain'

const [wad, six] = [10n ** 18n, 10n ** 6n]

/** Balances at the target day, of chains other than Ethereum and Gnosis. */
export type Plan = {
  readonly chain: Chain
  readonly limits?: 'base' | 'arbitrum' | 'optimism' | 'unichain'
  /** Days after Ethereum's that a new savings rate is bridged; the weekday on which the index is. */
  readonly lag: number
  readonly weekday: number
  /** PSM3: USDC in the pocket, USDS, sUSDS in USDS, shares. */
  readonly psm: { readonly usdc: bigint; readonly usds: bigint; readonly susds: bigint; readonly shares: bigint }
  /** An account of its own, or the PSM3 itself. */
  readonly pocket?: Address
  /** Dollars, six decimals, in the savings vault V1. */
  readonly susdc: bigint
  readonly holdings: readonly (readonly [
    key: string,
    by: 'assign' | 'assignAssets',
    final: bigint,
    start: number,
    holder?: string,
  ])[]
}

export const plans = {
  base: {
    chain: base,
    limits: 'base',
    lag: 1,
    weekday: 1,
    psm: {
      usdc: 67_500_000n * six,
      usds: 22_500_000n * wad,
      susds: 60_000_000n * wad,
      shares: 148_221343873517786561264820n,
    },
    pocket: '0x90c4e70000000000000000000000000000008453',
    susdc: 900_000n * six,
    holdings: [
      ['MORPHO_VAULT_SUSDC', 'assignAssets', 44_129_402n * six, 0.6],
      ['FLUID_SUSDS', 'assignAssets', 300_000n * wad, 4],
      ['ATOKEN_USDC', 'assign', 200_000n * six, 6],
      ['USDC', 'assign', 500_000n * six, 0.8],
      ['USDS', 'assign', 10_000n * wad, 3],
      ['SUSDS', 'assign', 10_000n * wad, 3],
      ['MORPHO_TOKEN', 'assign', 120_000n * wad, 0.3],
    ],
  },
  arbitrum: {
    chain: arbitrum,
    limits: 'arbitrum',
    lag: 2,
    weekday: 2,
    psm: {
      usdc: 40_500_000n * six,
      usds: 13_500_000n * wad,
      susds: 36_000_000n * wad,
      shares: 88_932806324110671936758891n,
    },
    susdc: 600_000n * six,
    holdings: [
      ['USDT', 'assign', 600_000n * six, 0.1],
      ['FLUID_SUSDS', 'assignAssets', 200_000n * wad, 4],
      ['ATOKEN_USDC', 'assign', 100_000n * six, 6],
      ['USDC', 'assign', 300_000n * six, 0.8],
      ['USDS', 'assign', 20_000n * wad, 2],
      ['SUSDS', 'assign', 15_000n * wad, 2],
    ],
  },
  optimism: {
    chain: optimism,
    limits: 'optimism',
    lag: 3,
    weekday: 4,
    psm: {
      usdc: 18_000_000n * six,
      usds: 6_000_000n * wad,
      susds: 16_000_000n * wad,
      shares: 39_525691699604743083003951n,
    },
    pocket: '0x90c4e70000000000000000000000000000000010',
    susdc: 200_000n * six,
    holdings: [
      ['USDC', 'assign', 200_000n * six, 0.8],
      ['USDS', 'assign', 10_000n * wad, 2],
      ['SUSDS', 'assign', 10_000n * wad, 2],
    ],
  },
  unichain: {
    chain: unichain,
    limits: 'unichain',
    lag: 1,
    weekday: 5,
    psm: {
      usdc: 27_000_000n * six,
      usds: 9_000_000n * wad,
      susds: 24_000_000n * wad,
      shares: 59_288537549407114624505926n,
    },
    susdc: 150_000n * six,
    holdings: [
      ['USDC', 'assign', 250_000n * six, 0.8],
      ['USDS', 'assign', 10_000n * wad, 2],
      ['SUSDS', 'assign', 10_000n * wad, 2],
    ],
  },
} as const satisfies Record<string, Plan>

/** Small amounts for a chain that the articles say nothing of. */
export const plainPlan = (chain: Chain): Plan => ({
  chain,
  lag: 1,
  weekday: 3,
  psm: { usdc: 2_000_000n * six, usds: 1_000_000n * wad, susds: 1_000_000n * wad, shares: 3_900_000n * wad },
  susdc: 50_000n * six,
  holdings: [['USDC', 'assign', 100_000n * six, 0.8]],
})
