import type { Address } from 'viem'
import { type Chain, tokenOf } from '../chains'
import { ethereum } from '../chains/ethereum'
import { DAY } from '../format/time'
import { type Day, events, midnight } from './calendar'
import { type Call, call } from './calls'
import { along, type Path, pathNamed } from './path'
import { ssrAt } from './rates'
import type { Stage } from './stage'
import { addressBook, assign, placeTokens } from './tokens'

const [wad, six, ray] = [10n ** 18n, 10n ** 6n, 10n ** 27n]
const at = addressBook(ethereum)

// ——— Spark Vaults V2 ———

type VaultV2 = {
  readonly key: string
  readonly asset: string
  readonly since: Day
  readonly maxVsr: bigint
  /** Deposits, and what of them lies idle, once settled. */
  readonly deposits: bigint
  readonly idle: bigint
  readonly start: number
  readonly vsr: (day: Day) => bigint
  /** Deposit caps by day, in the asset's smallest unit (sparkdotfi/spark-spells). */
  readonly caps: readonly (readonly [Day, bigint])[]
}

const ten = 1_000000003022265980097387650n // 10 %
const five = 1_000000001547125957863212448n // 5 %
/** Rates that an operator sets: near what the vaults' policy says of them. */
const usdtVsr = (day: Day) => (day < events.ssr375 ? 1_000000001243680656318820312n : 1_000000001090862085746321732n)
const ethVsr = (day: Day) => (day < events.ssr375 ? 1_000000000705562181084137268n : 1_000000000627937192491029810n)

const spell = (date: `${number}-${number}-${number}`): Day =>
  Math.floor((Date.parse(date) / 1000 - midnight(0)) / DAY) + 1
const caps = (unit: bigint, ...list: readonly (readonly [`${number}-${number}-${number}`, number])[]) =>
  list.map(([date, amount]) => [spell(date), BigInt(amount) * unit] as const)

const ethereumVaults: readonly VaultV2[] = [
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

/** Vaults that a chain's file names and of which nothing else is known: small, and there from the first day. */
export const plainVaults = (chain: Chain): readonly VaultV2[] =>
  Object.keys(chain.contracts).flatMap((key) => {
    const asset = /^SPARK_VAULT_V2_SP(USD[A-Z]+|PYUSD)$/.exec(key)?.[1]
    if (asset === undefined) return []
    const [deposits, idle] = [1_000_000n * six, 250_000n * six]
    return { key, asset, since: 0, maxVsr: ten, deposits, idle, start: 0.5, vsr: ssrAt, caps: [[0, 50_000_000n * six]] }
  })

const depositors: Address = '0xde90517025000000000000000000000000000001'
const SETTER = '0x61c92169ef077349011ff0b1383c894d86c5f0b41d986366b58a6cf31e93beda'
const TAKER = '0x508ee82d0bdf04e000303ab4f02b172e60c5f2d35b2e559b05bed2cf403bb58b'

/** From its first day a vault grows from what its path gives; after that by weeks, a day for each vault. */
const vaultPath = ({ key, start }: VaultV2): Path => pathNamed(key, start, { stray: 0.05, calm: 0.002, by: 100 })
const grown = (vault: VaultV2, final: bigint, day: Day) =>
  along(final, vaultPath(vault), Math.max(0, day - vault.since))

/** Vaults V2 of a chain: their code appears on the day they were deployed. */
export const stageVaultsV2 = (
  stage: Stage,
  chain: Chain,
  vaults: readonly VaultV2[],
  admin: Address,
  setter: Address,
): void => {
  const at = addressBook(chain)
  const taker = at('ALM_PROXY')
  const open = (vault: VaultV2, day: Day): readonly Call[] => {
    const address = at(vault.key)
    const token = tokenOf(chain, vault.key)
    const seed = vault.asset === 'WETH' ? wad / 10_000n : six
    return [
      call(
        address,
        'setUp(string,string,uint8)',
        `Spark Savings ${token?.symbol.slice(2) ?? ''}`,
        token?.symbol ?? '',
        vault.asset === 'WETH' ? 18 : 6,
      ),
      call(address, 'open(address,uint256,uint192,uint64)', at(vault.asset), vault.maxVsr, ray, BigInt(midnight(day))),
      call(address, 'grantRole(bytes32,address)', `0x${'0'.repeat(64)}`, admin),
      call(address, 'grantRole(bytes32,address)', SETTER, setter),
      call(address, 'grantRole(bytes32,address)', TAKER, taker),
      call(address, 'grant(address,uint256)', '0x0000000000000000000000000000000000000001', seed),
      call(address, 'setDepositCap(uint256)', vault.caps.findLast(([from]) => from <= day)?.[1] ?? 0n),
      call(address, 'setVsr(uint256)', vault.vsr(day)),
      ...move(vault, day),
    ]
  }
  const move = (vault: VaultV2, day: Day): readonly Call[] => [
    call(at(vault.key), 'assignAssets(address,uint256)', depositors, grown(vault, vault.deposits, day)),
    call(at(vault.key), 'leaveIdle(uint256,address)', grown(vault, vault.idle, day), taker),
  ]
  const calls: Call[] = []
  for (const vault of vaults) {
    stage.appear(vault.since, [{ address: at(vault.key), code: stage.code('SparkVault') }])
    if (vault.since <= stage.from) calls.push(...open(vault, stage.from))
  }
  if (calls.length > 0) stage.opening.push(calls)
  stage.daily.push((day) =>
    vaults.flatMap((vault, index) => {
      if (day < vault.since) return []
      if (day === vault.since && day > stage.from) return open(vault, day)
      const cap = vault.caps.find(([from]) => from === day)
      return [
        ...(cap && day > stage.from ? [call(at(vault.key), 'setDepositCap(uint256)', cap[1])] : []),
        ...(vault.vsr(day) !== vault.vsr(day - 1) ? [call(at(vault.key), 'setVsr(uint256)', vault.vsr(day))] : []),
        ...(day % 4 === index % 4 ? move(vault, day) : []),
      ]
    }),
  )
}

// ——— sUSDC on Ethereum ———

const usdcVault = { final: 41_200_000n * six, path: pathNamed('SUSDC', 0.8, { stray: 0.08, calm: 0 }) }

export const stageEthereumVaults = (stage: Stage): void => {
  const tokens = placeTokens(stage, ethereum, ['SUSDC'], 'UsdcVault')
  stage.place(at('PSM'), 'LitePsm')
  const deposits = (day: Day) =>
    call(at('SUSDC'), 'assignAssets(address,uint256)', depositors, along(usdcVault.final, usdcVault.path, day))
  stage.opening.push([
    ...tokens,
    call(at('PSM'), 'open(address,address)', at('USDC'), at('PSM_POCKET')),
    assign(at('USDC'), at('PSM_POCKET'), 3_800_000_000n * six),
    call(at('SUSDC'), 'open(address,address,address)', at('USDC'), at('SUSDS'), at('PSM')),
    deposits(stage.from),
  ])
  stage.daily.push((day) => (day % 3 === 0 ? [deposits(day)] : []))
  stageVaultsV2(stage, ethereum, ethereumVaults, at('SPARK_PROXY'), at('ALM_PROXY_FREEZABLE'))
}
