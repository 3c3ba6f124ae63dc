import type { Address } from 'viem'
import { decodeFunctionResult, encodeFunctionData } from 'viem'
import { item, type SmallChain, startSmallChain } from '../support/small-chain'

export const HOUR = 3_600

type Block = { readonly number: bigint; readonly hash: string; readonly timestamp: number }

/** A small chain whose past is known block by block, and read past everything under test. */
export type PastChain = {
  readonly chain: SmallChain
  /** Unix seconds: the first whole hour of the past that was made, days after the chain's own first block. */
  readonly start: number
  /** Timestamp of the newest final block. */
  readonly finalTime: number
  /** The last block at or before a time, found by looking at every one; null before the first. */
  blockAt(t: number): Block | null
  /** Hashes of all blocks below a height. */
  hashesBelow(number: bigint): ReadonlySet<string>
  /** What an item holds at a block, asked by a call of its own; null where it is not there yet. */
  amountAt(address: Address, block: bigint): Promise<bigint | null>
}

const hex = (value: number | bigint) => `0x${value.toString(16)}`

/** Seconds between blocks, over and over: few, irregular, two in a second at most. */
const rhythm = [HOUR, 17, 1, 5 * HOUR - 18, 40, 2 * HOUR - 40, 9 * HOUR + 1_234, 1_766, 600, 13 * HOUR]

/** Blocks of irregular distance over some days, each with another amount; final up to the last of them. */
export const startPast = async (chainId: number, blocks: number, late = 0): Promise<PastChain> => {
  // Early enough that all of its blocks lie in the past by the clock.
  const chain = await startSmallChain(chainId, { timestamp: Math.floor(Date.now() / 1000) - 40 * 24 * HOUR })
  const last = (await chain.send('eth_getBlockByNumber', 'latest', false)) as { readonly timestamp: string }
  const start = Math.ceil(Number(last.timestamp) / HOUR) * HOUR + 72 * HOUR + late
  let time = start
  for (let i = 0; i < blocks; i++) {
    await chain.send('evm_setNextBlockTimestamp', hex(time))
    await chain.put(chain.items[i % 3] ?? chain.shelf, BigInt(1_000 + i * 7))
    time += rhythm[i % rhythm.length] ?? HOUR
  }
  // So many blocks behind the head the node calls a block final.
  await chain.send('anvil_mine', hex(70), hex(1))
  const all: Block[] = []
  const head = BigInt((await chain.send('eth_blockNumber')) as string)
  for (let number = 0n; number <= head; number++) {
    const header = (await chain.send('eth_getBlockByNumber', hex(number), false)) as Record<
      'hash' | 'timestamp',
      string
    >
    all.push({ number, hash: header.hash, timestamp: Number(header.timestamp) })
  }
  const final = (await chain.send('eth_getBlockByNumber', 'finalized', false)) as { readonly timestamp: string }
  return {
    chain,
    start,
    finalTime: Number(final.timestamp),
    blockAt: (t) => all.findLast(({ timestamp }) => timestamp <= t) ?? null,
    hashesBelow: (number) => new Set(all.filter((block) => block.number < number).map(({ hash }) => hash)),
    async amountAt(address, block) {
      const data = encodeFunctionData({ abi: item.abi, functionName: 'amount' })
      const result = (await chain.send('eth_call', { to: address, data }, hex(block))) as `0x${string}`
      return result === '0x' ? null : decodeFunctionResult({ abi: item.abi, functionName: 'amount', data: result })
    },
  }
}
