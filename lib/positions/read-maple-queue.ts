import type { Address } from 'viem'
import { maplePool } from '../contracts/maple-pool'
import { maplePoolManager } from '../contracts/maple-pool-manager'
import { mapleWithdrawalManager } from '../contracts/maple-withdrawal-manager'
import { RevertedError } from '../errors'
import type { Reader } from '../reader/types'
import { unlessRefused } from './unless-refused'

/** What reading a Maple pool's redemption queue may touch. */
export const mapleQueueReads = [maplePool, maplePoolManager, mapleWithdrawalManager] as const

type QueueReader = Reader<(typeof mapleQueueReads)[number]>

/** Version 1 keeps one request an owner, and 0 for none. */
const requestedShares = async (reader: QueueReader, queue: Address, holder: Address): Promise<bigint> => {
  const id = await reader.read(mapleWithdrawalManager, queue, 'requestIds', [holder])
  if (id === 0n) return 0n
  const [, shares] = await reader.read(mapleWithdrawalManager, queue, 'requests', [id])
  return shares
}

/** Shares that wait. Version 1 does not know `userEscrowedShares` and refuses. */
const waitingShares = (reader: QueueReader, queue: Address, holder: Address): Promise<bigint> =>
  reader.read(mapleWithdrawalManager, queue, 'userEscrowedShares', [holder]).catch((error: unknown) => {
    if (error instanceof RevertedError) return requestedShares(reader, queue, holder)
    throw error
  })

/** Shares of processed requests that their owner has yet to redeem by hand: they are out of the queue and not yet paid. */
const processedShares = (reader: QueueReader, queue: Address, holder: Address): Promise<bigint> =>
  unlessRefused(reader.read(mapleWithdrawalManager, queue, 'lockedShares', [holder]), 0n)

const sharesIn = async (reader: QueueReader, queue: Address, holder: Address): Promise<bigint> => {
  const [waiting, processed] = await Promise.all([
    waitingShares(reader, queue, holder),
    processedShares(reader, queue, holder),
  ])
  return waiting + processed
}

/** Shares with the queue that the pool names: they have left the balance. */
export const queuedShares = async (reader: QueueReader, pool: Address, holder: Address): Promise<bigint> => {
  const manager = await reader.read(maplePool, pool, 'manager')
  return sharesIn(reader, await reader.read(maplePoolManager, manager, 'withdrawalManager'), holder)
}

/** What is asked of the queue that a pool was last known to name, before the pool is asked. */
export const prefetchQueue = (reader: QueueReader, queue: Address, holder: Address): readonly Promise<unknown>[] =>
  (['userEscrowedShares', 'lockedShares', 'requestIds'] as const).map((name) =>
    reader.read(mapleWithdrawalManager, queue, name, [holder]),
  )
