import { type Address, encodeFunctionData, getAddress } from 'viem'
import type { Chain } from '../chains'
import { arbSys } from '../contracts/arb-sys'
import { multicall3 } from '../contracts/multicall3'
import { NodeError } from '../errors'
import type { SizedCall } from './chunks'
import type { RawResult } from './multicall'
import type { BlockRef } from './types'

const arbSysAddress = getAddress('0x0000000000000000000000000000000000000064')

/** Calls at the head of every chunk that say which block of which chain it really ran on. */
export const witnessesOf = (chain: Chain, multicall: Address): readonly SizedCall[] => {
  const own = (functionName: 'getBlockNumber' | 'getCurrentBlockTimestamp' | 'getChainId') => ({
    address: multicall,
    calldata: encodeFunctionData({ abi: multicall3.abi, functionName }),
    size: 32,
  })
  const arbBlockNumber = {
    address: arbSysAddress,
    calldata: encodeFunctionData({ abi: arbSys.abi, functionName: 'arbBlockNumber' }),
    size: 32,
  }
  const heights = chain.evmBlockNumber === 'own' ? [] : [arbBlockNumber]
  return [own('getChainId'), own('getCurrentBlockTimestamp'), own('getBlockNumber'), ...heights]
}

/** The precompiled contract for modular exponentiation. */
const modexpAddress = getAddress('0x0000000000000000000000000000000000000005')
const word = (value: number) => value.toString(16).padStart(64, '0')
const baseBytes = 800

/**
 * Stands at the end of every chunk and needs more gas (850,000, or 5 million since Osaka) than the 1/64 that a contract
 * leaves over when it burns all it was given. Answered with nothing, it says that no neighbour went short.
 */
export const gasGauge: SizedCall = {
  address: modexpAddress,
  calldata: `0x${word(baseBytes)}${word(32)}${word(0)}${'00'.repeat(baseBytes)}${'ff'.repeat(32)}`,
  size: 0,
}

const integer = (result: RawResult | undefined): bigint | null =>
  result?.ok && result.result.length === 66 ? BigInt(result.result) : null

/** Whether a chunk ran on this block: `unknown` where the witnesses are silent. Throws NodeError('wrong-chain'). */
export const ranOn = (block: BlockRef, chain: Chain, witnesses: readonly RawResult[]): 'same' | 'other' | 'unknown' => {
  const [chainId, timestamp, evmNumber, ownNumber] = witnesses.map(integer)
  if (chainId !== null && chainId !== undefined && chainId !== BigInt(chain.id)) throw new NodeError('wrong-chain')
  const number = ownNumber ?? evmNumber ?? null
  if (number === null || timestamp === null || timestamp === undefined) return 'unknown'
  return number === block.number && timestamp === BigInt(block.timestamp) ? 'same' : 'other'
}

/** Refuses an answer by what its witnesses say. */
export type Check = (witnesses: readonly RawResult[]) => void

/** For calls pinned by hash: a node that runs them on another block all the same took no notice of the hash. */
export const pinnedTo =
  (block: BlockRef, chain: Chain): Check =>
  (witnesses) => {
    if (ranOn(block, chain, witnesses) === 'other') throw new NodeError('garbled')
  }
