import { type Address, encodeFunctionData, getAddress } from 'viem'
import type { Chain } from '../chains'
import { arbSys } from '../contracts/arb-sys'
import { multicall3 } from '../contracts/multicall3'
import { NodeError } from '../errors'
import type { RawResult, SizedCall } from './multicall'
import type { BlockRef } from './types'

const arbSysAddress = getAddress('0x0000000000000000000000000000000000000064')

/** Calls at the start of every chunk whose results tell which block of which chain it ran on. */
export const blockCheckCalls = (chain: Chain, multicall: Address): readonly SizedCall[] => {
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
 * The last call of every chunk. It needs more gas (850,000, or 5 million since Osaka) than the 1/64 that remains after a
 * call that burns all it is given. If it succeeds, no call of the chunk ran out of gas.
 */
export const gasProbe: SizedCall = {
  address: modexpAddress,
  calldata: `0x${word(baseBytes)}${word(32)}${word(0)}${'00'.repeat(baseBytes)}${'ff'.repeat(32)}`,
  size: 0,
}

const integer = (result: RawResult | undefined): bigint | null =>
  result?.ok && result.result.length === 66 ? BigInt(result.result) : null

/** Whether a chunk ran on this block: `unknown` where the check calls failed. Throws NodeError('wrong-chain'). */
export const compareBlock = (
  block: BlockRef,
  chain: Chain,
  checkResults: readonly RawResult[],
): 'same' | 'other' | 'unknown' => {
  const [chainId, timestamp, evmNumber, ownNumber] = checkResults.map(integer)
  if (chainId !== null && chainId !== undefined && chainId !== BigInt(chain.id)) throw new NodeError('wrong-chain')
  const number = ownNumber ?? evmNumber ?? null
  if (number === null || timestamp === null || timestamp === undefined) return 'unknown'
  return number === block.number && timestamp === BigInt(block.timestamp) ? 'same' : 'other'
}

/** Throws NodeError where the check calls show that a chunk ran on another block. */
export type VerifyBlock = (checkResults: readonly RawResult[]) => void

/** For calls pinned by block hash: a node that runs them on another block has ignored the hash. */
export const requireBlock =
  (block: BlockRef, chain: Chain): VerifyBlock =>
  (checkResults) => {
    if (compareBlock(block, chain, checkResults) === 'other') throw new NodeError('garbled')
  }
