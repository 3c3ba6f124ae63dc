import { type Address, decodeFunctionResult, type Hex } from 'viem'
import type { ChainSlug } from '@/lib/chains'
import { addressesOf } from './registry'
import { calldataOf, functionOf } from './stage'

export type Status = 'ok' | 'absent' | 'failed'

/** Why a number cannot be had, as the API calls it. */
export class Unknown extends Error {
  constructor(
    readonly status: Exclude<Status, 'ok'>,
    readonly why: 'nothing there' | 'refused' | 'misfit' | 'no price' | 'input',
  ) {
    super(`${status}: ${why}`)
  }
}

/** What was read, or `other` where that cannot be had. */
export const unlessUnknown = <value, other>(read: Promise<value>, other: other): Promise<value | other> =>
  read.catch((error: unknown) => {
    if (error instanceof Unknown) return other
    throw error
  })

/** One chain at one block, read call by call over plain JSON-RPC. */
export type ChainAt = {
  readonly slug: ChainSlug
  readonly timestamp: bigint
  /** The registry's address of a name; what has none here is absent. */
  at(name: string): Address
  has(name: string): boolean
  nameOf(address: Address): string | undefined
  /** The answer's first value, or all where there are several. Throws Unknown. */
  ask(address: Address, signature: string, ...args: readonly unknown[]): Promise<unknown>
  big(address: Address, signature: string, ...args: readonly unknown[]): Promise<bigint>
  ether(address: Address): Promise<bigint>
}

type Answer = { readonly result?: unknown; readonly error?: unknown }

export const chainAt = async (slug: ChainSlug, url: string, block: bigint): Promise<ChainAt> => {
  const tag = `0x${block.toString(16)}`
  const rpc = async (method: string, params: readonly unknown[]): Promise<Answer> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    return (await response.json()) as Answer
  }
  const { result } = await rpc('eth_getBlockByNumber', [tag, false])
  const registry = addressesOf(slug)
  const names = new Map(Object.entries(registry).map(([name, address]) => [address.toLowerCase(), name]))
  const asked = new Map<string, Promise<Answer>>()

  const ask: ChainAt['ask'] = async (address, signature, ...args) => {
    const item = functionOf(signature)
    const data = calldataOf(signature, args)
    const key = `${address} ${data}`
    const answer = asked.get(key) ?? rpc('eth_call', [{ to: address, data, gas: '0x989680' }, tag])
    asked.set(key, answer)
    const { result: raw, error } = await answer
    if (error !== undefined || typeof raw !== 'string') throw new Unknown('failed', 'refused')
    if (raw === '0x') throw new Unknown('absent', 'nothing there')
    try {
      return decodeFunctionResult({ abi: [item], data: raw as Hex })
    } catch {
      throw new Unknown('failed', 'misfit')
    }
  }

  return {
    slug,
    timestamp: BigInt((result as { timestamp: Hex }).timestamp),
    at: (name) => {
      const address = registry[name]
      if (address === undefined) throw new Unknown('absent', 'nothing there')
      return address
    },
    has: (name) => name in registry,
    nameOf: (address) => names.get(address.toLowerCase()),
    ask,
    big: async (...call) => BigInt((await ask(...call)) as bigint | number),
    ether: async (address) => BigInt((await rpc('eth_getBalance', [address, tag])).result as Hex),
  }
}
