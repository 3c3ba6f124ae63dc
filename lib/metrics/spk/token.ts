import { type ContractKey, chainsWith } from '../../chains'
import { erc20 } from '../../contracts/erc20'
import { type Fixed, fixed } from '../../math/fixed'
import type { Reader } from '../../reader/types'
import { firstVersion } from '../define'

/** SPK itself is an Ethereum token; copies elsewhere are backed by SPK locked there. */
const spkChains = chainsWith('SPK')

/** What every metric of SPK declares alike. */
export const ofSpk = {
  line: 'spk',
  symbol: 'SPK',
  class: 'onchain',
  versions: firstVersion,
  chains: spkChains,
} as const

/** What every number derived from other numbers of SPK declares alike. */
export const derivedOfSpk = {
  line: 'spk',
  symbol: 'SPK',
  unit: 'token',
  class: 'onchain',
  versions: firstVersion,
  scopes: spkChains,
} as const

const always = (...keys: readonly string[]) => {
  const list = () => keys
  return { keys: list, expects: list }
}

export const ofToken = { ...ofSpk, unit: 'token', ...always('SPK') } as const
export const ofStaking = { ...ofSpk, unit: 'token', ...always('STSPK') } as const

/** An amount of SPK, and of what its farms take: both have 18 decimals. */
export const wad = (raw: bigint): Fixed => fixed(raw, 18)

/** An instant in unix seconds, as contracts give it. */
export const instant = (seconds: bigint | number): Fixed => fixed(BigInt(seconds), 0)

/** SPK at the address of a registry constant, in wei. */
export const spkOf = (reader: Reader<typeof erc20>, holder: ContractKey): Promise<bigint> =>
  reader.read(erc20, reader.address('SPK'), 'balanceOf', [reader.address(holder)])
