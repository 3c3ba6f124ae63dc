import type { Address } from 'viem'
import { type Chain, tokenOf } from '../chains'
import { ethereum } from '../chains/ethereum'
import { type Day, midnight } from './calendar'
import { type Call, call } from './calls'
import type { ChainSetup } from './chain-setup'
import { type Path, pathNamed, valueOn } from './path'
import { addressBook, assign, placeTokens } from './tokens'
import { ethereumVaults, type VaultV2 } from './vault-plans'

const [wad, six, ray] = [10n ** 18n, 10n ** 6n, 10n ** 27n]
const at = addressBook(ethereum)

const depositors: Address = '0xde90517025000000000000000000000000000001'
const SETTER = '0x61c92169ef077349011ff0b1383c894d86c5f0b41d986366b58a6cf31e93beda'
const TAKER = '0x508ee82d0bdf04e000303ab4f02b172e60c5f2d35b2e559b05bed2cf403bb58b'

/** From its first day a vault grows from what its path gives; after that by weeks, a day for each vault. */
const vaultPath = ({ key, start }: VaultV2): Path =>
  pathNamed(key, start, { deviation: 0.05, residual: 0.002, by: 100 })
const grown = (vault: VaultV2, final: bigint, day: Day) =>
  valueOn(final, vaultPath(vault), Math.max(0, day - vault.since))

/** Vaults V2 of a chain: their code appears on the day they were deployed. */
export const setUpVaultsV2 = (
  setup: ChainSetup,
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
    setup.placeLater(vault.since, [{ address: at(vault.key), code: setup.code('SparkVault') }])
    if (vault.since <= setup.from) calls.push(...open(vault, setup.from))
  }
  if (calls.length > 0) setup.initial.push(calls)
  setup.daily.push((day) =>
    vaults.flatMap((vault, index) => {
      if (day < vault.since) return []
      if (day === vault.since && day > setup.from) return open(vault, day)
      const cap = vault.caps.find(([from]) => from === day)
      return [
        ...(cap && day > setup.from ? [call(at(vault.key), 'setDepositCap(uint256)', cap[1])] : []),
        ...(vault.vsr(day) !== vault.vsr(day - 1) ? [call(at(vault.key), 'setVsr(uint256)', vault.vsr(day))] : []),
        ...(day % 4 === index % 4 ? move(vault, day) : []),
      ]
    }),
  )
}

/** sUSDC on Ethereum. */
const usdcVault = { final: 41_200_000n * six, path: pathNamed('SUSDC', 0.8, { deviation: 0.08, residual: 0 }) }

export const setUpEthereumVaults = (setup: ChainSetup): void => {
  const tokens = placeTokens(setup, ethereum, ['SUSDC'], 'UsdcVault')
  setup.place(at('PSM'), 'LitePsm')
  const deposits = (day: Day) =>
    call(at('SUSDC'), 'assignAssets(address,uint256)', depositors, valueOn(usdcVault.final, usdcVault.path, day))
  setup.initial.push([
    ...tokens,
    call(at('PSM'), 'open(address,address)', at('USDC'), at('PSM_POCKET')),
    assign(at('USDC'), at('PSM_POCKET'), 3_800_000_000n * six),
    call(at('SUSDC'), 'open(address,address,address)', at('USDC'), at('SUSDS'), at('PSM')),
    deposits(setup.from),
  ])
  setup.daily.push((day) => (day % 3 === 0 ? [deposits(day)] : []))
  setUpVaultsV2(setup, ethereum, ethereumVaults, at('SPARK_PROXY'), at('ALM_PROXY_FREEZABLE'))
}
