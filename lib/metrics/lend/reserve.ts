import type { Address, ContractFunctionReturnType } from 'viem'
import { type ChainSlug, chainBySlug } from '../../chains'
import { decimalsAtMost } from '../../contracts/erc20'
import { pool } from '../../contracts/pool'
import { AbsentError, MisfitError } from '../../errors'
import { decodeReserveConfig, type ReserveConfig } from '../../math/reserve-config'
import type { Reader } from '../../reader/types'
import { firstVersion, type Words } from '../define'
import { symbolOf, tokenReads } from '../token-symbol'
import type { Answer } from '../types'
import { marketChains } from './market'

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

/** Reserves that a market is known to have before it is read: those whose debt tokens are registered. */
const registeredReserves = (chain: ChainSlug): readonly string[] =>
  Object.keys(chainBySlug(chain).contracts).flatMap((name) => {
    const reserve = /^(.+?)_DEBT_TOKEN$/.exec(name)?.[1]
    return reserve === undefined || reserve.endsWith('_STABLE') ? [] : [reserve]
  })

/** The pool's reserves by key, in its own order: the list is the pool's, never ours. */
const assetsByKey = (reader: ReserveReader): Promise<ReadonlyMap<string, Address>> =>
  reader.share('lend.assets', async (shared) => {
    const list = await shared.read(pool, shared.address('POOL'), 'getReservesList')
    return new Map(list.map((asset) => [shared.keyOf(asset), asset]))
  })

/** The asset behind a key. @throws AbsentError when the pool lists no such reserve at this block. */
export const assetOf = async (reader: ReserveReader, key: string): Promise<Address> => {
  const asset = (await assetsByKey(reader)).get(key)
  if (asset === undefined) throw new AbsentError('not-deployed', 'The pool lists no such reserve.')
  return asset
}

/** Everything the pool itself holds about a reserve; decimals are those of its configuration. */
export const reserveOf = (reader: ReserveReader, key: string): Promise<Reserve> =>
  reader.share(`lend.reserve ${key}`, async (shared) => {
    const asset = await assetOf(shared, key)
    const [data, label] = await Promise.all([dataOf(shared, asset), symbolOf(shared, asset, key)])
    const config = decodeReserveConfig(data.configuration.data)
    if (config.decimals > decimalsAtMost) throw new MisfitError()
    return { asset, label, data, config, now: shared.block.timestamp }
  })

/** A `read` that needs nothing but what the pool holds about the reserve. */
export const fromReserve =
  (answer: (reserve: Reserve) => Answer) =>
  async (reader: ReserveReader, key: string): Promise<Answer> => {
    const reserve = await reserveOf(reader, key)
    return { label: reserve.label, ...answer(reserve) }
  }

/** What every row of a table of reserve metrics says. */
export type ReserveRow = { readonly id: `lend.${string}` } & Pick<Words, 'text'>

/** What every metric of a reserve declares alike. */
export const ofReserve = {
  line: 'lend',
  class: 'onchain',
  versions: firstVersion,
  symbol: 'label',
  chains: marketChains,
  keys: async (reader: ReserveReader): Promise<readonly string[]> => [...(await assetsByKey(reader)).keys()],
  expects: registeredReserves,
  prefetch: (reader: ReserveReader) =>
    registeredReserves(reader.chain.slug)
      .flatMap((key) => reader.chain.contracts[key]?.address ?? [])
      .flatMap((asset) => [dataOf(reader, asset), symbolOf(reader, asset, '')]),
} as const

/** What every number derived from a reserve's other numbers declares alike. */
export const derivedOfReserve = {
  line: 'lend',
  class: 'onchain',
  versions: firstVersion,
  symbol: 'label',
  scopes: marketChains,
} as const
