import type { Address, ContractFunctionReturnType } from 'viem'
import type { ChainSlug } from '../../chains'
import { chainBySlug, chainsWith } from '../../chains'
import { pool } from '../../contracts/pool'
import { AbsentError } from '../../errors'
import { type Fixed, fixed } from '../../math/fixed'
import { decodeReserveConfig, type ReserveConfig } from '../../math/reserve-config'
import type { Reader } from '../../reader/types'
import { firstVersion } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'
import type { Answer } from '../types'

/** The chains with a SparkLend market. */
export const marketChains = chainsWith('POOL')

/** What finding a reserve and its symbol touches. */
export const reserveReads = [pool, ...tokenReads] as const

export type ReserveReader = Reader<(typeof reserveReads)[number]>

type ReserveData = ContractFunctionReturnType<typeof pool.abi, 'view', 'getReserveData'>

export type Reserve = {
  readonly asset: Address
  /** The asset's symbol as its contract says it. */
  readonly label: string
  /** `Pool.getReserveData(asset)`: rates and indices in ray, stored at the last interaction. */
  readonly data: ReserveData
  readonly config: ReserveConfig
  /** Unix seconds of the block. */
  readonly now: number
}

const dataOf = (reader: ReserveReader, asset: Address): Promise<ReserveData> =>
  reader.read(pool, reader.address('POOL'), 'getReserveData', [asset])

const listOf = (reader: ReserveReader): Promise<readonly Address[]> =>
  reader.read(pool, reader.address('POOL'), 'getReservesList')

/** Reserves that a market is known to have before it is read: those whose debt tokens are registered. */
const registeredReserves = (chain: ChainSlug): readonly string[] =>
  Object.keys(chainBySlug(chain).contracts).flatMap((name) => {
    const reserve = /^(.+?)_DEBT_TOKEN$/.exec(name)?.[1]
    return reserve === undefined || reserve.endsWith('_STABLE') ? [] : [reserve]
  })

/**
 * The pool's reserves by key, in its own order. The list is the pool's, never ours; the reserves we know of are asked for
 * in the same breath, which saves a first reading a request and changes nothing in what is found.
 */
const reservesOf = (reader: ReserveReader): Promise<ReadonlyMap<string, Address>> =>
  reader.share('lend.reserves', async (shared) => {
    const known = registeredReserves(shared.chain.slug).flatMap((key) => shared.chain.contracts[key]?.address ?? [])
    const [list] = await Promise.all([
      listOf(shared),
      Promise.allSettled(known.flatMap((asset) => [dataOf(shared, asset), symbolOf(shared, asset, '')])),
    ])
    return new Map(list.map((asset) => [shared.keyOf(asset), asset]))
  })

const reserveKeys = async (reader: ReserveReader): Promise<readonly string[]> => [...(await reservesOf(reader)).keys()]

/** The list alone proves that a reserve is there. */
const assetsOf = (reader: ReserveReader): Promise<ReadonlyMap<string, Address>> =>
  reader.share('lend.assets', async (shared) => {
    const list = await listOf(shared)
    return new Map(list.map((asset) => [shared.keyOf(asset), asset]))
  })

/** The asset behind a key. @throws AbsentError when the pool lists no such reserve at this block. */
export const assetOf = async (reader: ReserveReader, key: string): Promise<Address> => {
  const asset = (await assetsOf(reader)).get(key)
  if (asset === undefined) throw new AbsentError('not-deployed', 'The pool lists no such reserve.')
  return asset
}

/** Everything the pool itself holds about a reserve; decimals are those of its configuration. */
export const reserveOf = (reader: ReserveReader, key: string): Promise<Reserve> =>
  reader.share(`lend.reserve ${key}`, async (shared) => {
    const asset = await assetOf(shared, key)
    const [data, label] = await Promise.all([dataOf(shared, asset), symbolOf(shared, asset, key)])
    return {
      asset,
      label,
      data,
      config: decodeReserveConfig(data.configuration.data),
      now: shared.block.timestamp,
    }
  })

/** A `read` that needs nothing but what the pool holds about the reserve. */
export const fromReserve =
  (answer: (reserve: Reserve) => Answer) =>
  async (reader: ReserveReader, key: string): Promise<Answer> => {
    const reserve = await reserveOf(reader, key)
    return { label: reserve.label, ...answer(reserve) }
  }

/** What every metric of a reserve declares alike. */
export const ofReserve = {
  line: 'lend',
  class: 'onchain',
  versions: firstVersion,
  chains: marketChains,
  keys: reserveKeys,
  expects: registeredReserves,
} as const

/** 2^36 − 1, the most that a cap's 36 bits hold: the market's way to say that there is no cap any more. */
const removedCap = 2n ** 36n - 1n

/** A cap in whole tokens as the contract holds it: 0 (note "none") and 2^36 − 1 (note "no-cap") both mean no cap. */
export const capAnswer = (cap: bigint): Answer => {
  const note = capNote(cap)
  return { value: fixed(cap, 0), ...(note === undefined ? {} : { note }) }
}

export const capNote = (cap: bigint): 'none' | 'no-cap' | undefined =>
  cap === 0n ? 'none' : cap === removedCap ? 'no-cap' : undefined

/** Basis points as a ratio: 8 500 → 0.85. */
export const fromBps = (bps: bigint): Fixed => fixed(bps, 4)

/** The premium of a liquidation bonus that includes the 100 %: 10 500 → 0.05; 0 stays 0. */
export const premiumOf = (bonus: bigint): Fixed => fromBps(bonus === 0n ? 0n : bonus - 10_000n)

export const fromFlag = (flag: boolean): Fixed => fixed(flag ? 1n : 0n, 0)

/** An address as a number, so that it is stored and compared like any other value. */
export const fromAddress = (address: Address): Fixed => fixed(BigInt(address), 0)

const marketKeys = (): readonly string[] => ['POOL_ADDRESSES_PROVIDER']

/** What every metric of the market as a whole declares alike; its one key is the contract that all else hangs on. */
export const ofMarket = {
  line: 'lend',
  class: 'onchain',
  versions: firstVersion,
  chains: marketChains,
  keys: marketKeys,
  expects: marketKeys,
} as const

/** What every number derived from a reserve's other numbers declares alike. */
export const derivedOfReserve = {
  line: 'lend',
  class: 'onchain',
  versions: firstVersion,
  scopes: marketChains,
} as const
