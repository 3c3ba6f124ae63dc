import type { Chain } from '../chains'
import { DAY } from '../format/time'
import { type Day, events, midnight } from './calendar'
import { ssrAt } from './rates'

// The Spark Vaults V2 of each chain: when they were deployed, their deposits, rates and caps.

const [wad, six] = [10n ** 18n, 10n ** 6n]

export type VaultV2 = {
  readonly key: string
  readonly asset: string
  readonly since: Day
  readonly maxVsr: bigint
  /** Deposits and the idle part of them, at the target day. */
  readonly deposits: bigint
  readonly idle: bigint
  readonly start: number
  readonly vsr: (day: Day) => bigint
  /** Deposit caps by day, in the asset's smallest unit (sparkdotfi/spark-spells). */
  readonly caps: readonly (readonly [Day, bigint])[]
}

const ten = 1_000000003022265980097387650n // 10 %
const five = 1_000000001547125957863212448n // 5 %
/** Rates that an operator sets, close to the vaults' policy. */
const usdtVsr = (day: Day) => (day < events.ssr375 ? 1_000000001243680656318820312n : 1_000000001090862085746321732n)
const ethVsr = (day: Day) => (day < events.ssr375 ? 1_000000000705562181084137268n : 1_000000000627937192491029810n)

const spell = (date: `${number}-${number}-${number}`): Day =>
  Math.floor((Date.parse(date) / 1000 - midnight(0)) / DAY) + 1
const caps = (unit: bigint, ...list: readonly (readonly [`${number}-${number}-${number}`, number])[]) =>
  list.map(([date, amount]) => [spell(date), BigInt(amount) * unit] as const)

export const ethereumVaults: readonly VaultV2[] = [
  {
    key: 'SPARK_VAULT_V2_SPUSDC',
    asset: 'USDC',
    since: events.vaultsV2,
    maxVsr: ten,
    deposits: 64_000_000n * six,
    idle: 6_000_000n * six,
    start: 0.02,
    vsr: ssrAt,
    caps: caps(
      six,
      ['2025-10-02', 50_000_000],
      ['2025-10-30', 250_000_000],
      ['2025-11-13', 500_000_000],
      ['2026-01-15', 1_000_000_000],
      ['2026-04-09', 2_000_000_000],
    ),
  },
  {
    key: 'SPARK_VAULT_V2_SPUSDT',
    asset: 'USDT',
    since: events.vaultsV2,
    maxVsr: ten,
    deposits: 58_000_000n * six,
    idle: 5_000_000n * six,
    start: 0.02,
    vsr: usdtVsr,
    caps: caps(
      six,
      ['2025-10-02', 50_000_000],
      ['2025-10-30', 250_000_000],
      ['2025-11-13', 500_000_000],
      ['2026-01-29', 2_000_000_000],
      ['2026-04-09', 4_000_000_000],
    ),
  },
  {
    key: 'SPARK_VAULT_V2_SPETH',
    asset: 'WETH',
    since: events.vaultsV2,
    maxVsr: five,
    deposits: 5_200n * wad,
    idle: 500n * wad,
    start: 0.02,
    vsr: ethVsr,
    caps: caps(
      wad,
      ['2025-10-02', 10_000],
      ['2025-10-30', 50_000],
      ['2025-11-13', 100_000],
      ['2026-01-15', 250_000],
      ['2026-04-09', 500_000],
    ),
  },
  {
    key: 'SPARK_VAULT_V2_SPPYUSD',
    asset: 'PYUSD',
    since: events.spPyusd,
    maxVsr: ten,
    deposits: 33_000_000n * six,
    idle: 3_500_000n * six,
    start: 0.02,
    vsr: ssrAt,
    caps: caps(six, ['2025-12-11', 250_000_000]),
  },
]

export const arbitrumVaults: readonly VaultV2[] = [
  {
    // the Atlas of July 2026: at most 6 %, cap 250 M
    key: 'SPARK_VAULT_V2_SPUSDT',
    asset: 'USDT',
    since: events.arbitrumSpUsdt,
    maxVsr: 1_000000001847694957439350562n,
    deposits: 9_000_000n * six,
    idle: 900_000n * six,
    start: 0.3,
    vsr: usdtVsr,
    caps: [[events.arbitrumSpUsdt, 250_000_000n * six]],
  },
]

/** Small vaults from the first day on, for the vaults of chain files without a plan here. */
export const plainVaults = (chain: Chain): readonly VaultV2[] =>
  Object.keys(chain.contracts).flatMap((key) => {
    const asset = /^SPARK_VAULT_V2_SP(USD[A-Z]+|PYUSD)$/.exec(key)?.[1]
    if (asset === undefined) return []
    const [deposits, idle] = [1_000_000n * six, 250_000n * six]
    return { key, asset, since: 0, maxVsr: ten, deposits, idle, start: 0.5, vsr: ssrAt, caps: [[0, 50_000_000n * six]] }
  })
