import type { Address } from 'viem'
import { erc20 } from '../contracts/erc20'
import { farm } from '../contracts/farm'
import { multicall3 } from '../contracts/multicall3'
import { psm3 } from '../contracts/psm3'
import { susde } from '../contracts/susde'
import { withdrawQueue } from '../contracts/withdraw-queue'
import { type Fixed, fixed } from '../math/fixed'
import type { Reader } from '../reader/types'
import type { Amount, Position } from './define-position'
import { mapleQueueReads, prefetchQueue, queuedShares } from './read-maple-queue'
import { outstandingAt, outstandingReads } from './read-outstanding'
import { requestedAnywhere, requestReads } from './read-requests'

/** What reading an amount may touch. */
export const amountReads = [
  erc20,
  multicall3,
  psm3,
  susde,
  withdrawQueue,
  farm,
  ...mapleQueueReads,
  ...requestReads,
  ...outstandingReads,
] as const

type AmountReader = Reader<(typeof amountReads)[number]>

/** Ether and PSM3 shares have no token to ask: 18 by their contracts' own definition. */
const wadDecimals = 18

/** The raw balance at the token's own decimals. */
const balanceOf = async (reader: AmountReader, token: Address, holder: Address): Promise<Fixed> => {
  const [balance, decimals] = await Promise.all([
    reader.read(erc20, token, 'balanceOf', [holder]),
    reader.read(erc20, token, 'decimals'),
  ])
  return fixed(balance, decimals)
}

/** Σ stETH of the requests not yet claimed; the queue lists open requests only, and says so of each once more. */
const requestedSteth = async (reader: AmountReader, holder: Address): Promise<bigint> => {
  const queue = reader.address('WSTETH_WITHDRAW_QUEUE')
  const ids = await reader.read(withdrawQueue, queue, 'getWithdrawalRequests', [holder])
  if (ids.length === 0) return 0n
  const requests = await reader.read(withdrawQueue, queue, 'getWithdrawalStatus', [ids])
  return requests.reduce((sum, each) => (each.isClaimed ? sum : sum + each.amountOfStETH), 0n)
}

const inUnitsOf = async (reader: AmountReader, token: Address, raw: Promise<bigint>): Promise<Fixed> => {
  const [amount, decimals] = await Promise.all([raw, reader.read(erc20, token, 'decimals')])
  return fixed(amount, decimals)
}

const read = async (reader: AmountReader, amount: Amount, holder: Address): Promise<Fixed> => {
  switch (amount.kind) {
    case 'balance':
      return balanceOf(reader, reader.address(amount.token), holder)
    case 'farm': {
      const staked = reader.read(farm, reader.address(amount.farm), 'balanceOf', [holder])
      return inUnitsOf(reader, reader.address(amount.asset), staked)
    }
    case 'ether':
      return fixed(await reader.read(multicall3, reader.address('MULTICALL3'), 'getEthBalance', [holder]), wadDecimals)
    case 'psm3-shares':
      return fixed(await reader.read(psm3, reader.address('PSM3'), 'shares', [holder]), wadDecimals)
    case 'cooldown': {
      const cooling = reader.read(susde, reader.address(amount.staked), 'cooldowns', [holder])
      return inUnitsOf(
        reader,
        reader.address(amount.asset),
        cooling.then(([, underlyingAmount]) => underlyingAmount),
      )
    }
    case 'syrup-queue': {
      const pool = reader.address(amount.pool)
      return inUnitsOf(reader, pool, queuedShares(reader, pool, holder))
    }
    case 'lido-queue':
      return inUnitsOf(reader, reader.address(amount.asset), requestedSteth(reader, holder))
    case 'erc7540':
      return inUnitsOf(reader, reader.address(amount.unit), requestedAnywhere(reader, amount, holder))
    case 'otc':
      return outstandingAt(reader, amount)
  }
}

/**
 * How much of a position is held, in its own unit: the token held, PSM3 shares, or what is under way.
 * Throws AbsentError where a contract it needs is not there, RevertedError where one refuses.
 */
export const readAmount = (
  reader: AmountReader,
  { amount, holder }: Pick<Position, 'amount' | 'holder'>,
): Promise<Fixed> => read(reader, amount, reader.address(holder))

/** What is asked of the queue that a Maple pool was last known to name, before the pool is asked. */
export const prefetchAmount = (
  reader: AmountReader,
  { amount, holder }: Pick<Position, 'amount' | 'holder'>,
): readonly Promise<unknown>[] =>
  amount.kind === 'syrup-queue' ? prefetchQueue(reader, amount.queue, reader.address(holder)) : []
