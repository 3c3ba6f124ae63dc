import type { Address } from 'viem'
import { almController } from '../contracts/alm-controller'
import { centrifugeShare } from '../contracts/centrifuge-share'
import { erc20 } from '../contracts/erc20'
import { erc7540Vault } from '../contracts/erc7540-vault'
import { farm } from '../contracts/farm'
import { maplePool } from '../contracts/maple-pool'
import { maplePoolManager } from '../contracts/maple-pool-manager'
import { mapleWithdrawalManager } from '../contracts/maple-withdrawal-manager'
import { multicall3 } from '../contracts/multicall3'
import { psm3 } from '../contracts/psm3'
import { susde } from '../contracts/susde'
import { withdrawQueue } from '../contracts/withdraw-queue'
import { NodeError } from '../errors'
import { type Fixed, fixed } from '../math/fixed'
import type { Reader } from '../reader/types'
import { vaultNamed } from './centrifuge-vault'
import type { Amount, Erc7540State, Position } from './define-position'

/** What reading an amount may touch. */
export const amountReads = [
  erc20,
  multicall3,
  psm3,
  susde,
  maplePool,
  maplePoolManager,
  mapleWithdrawalManager,
  withdrawQueue,
  erc7540Vault,
  centrifugeShare,
  farm,
  almController,
] as const

type AmountReader = Reader<(typeof amountReads)[number]>

/** Ether, PSM3 shares and the controller's dollars have no token to ask: 18 by their contracts' own definition. */
const wadDecimals = 18

/** The raw balance at the token's own decimals. */
const balanceOf = async (reader: AmountReader, token: Address, holder: Address): Promise<Fixed> => {
  const [balance, decimals] = await Promise.all([
    reader.read(erc20, token, 'balanceOf', [holder]),
    reader.read(erc20, token, 'decimals'),
  ])
  return fixed(balance, decimals)
}

const sharesIn = (reader: AmountReader, queue: Address, holder: Address): Promise<bigint> =>
  reader.read(mapleWithdrawalManager, queue, 'userEscrowedShares', [holder])

/** `pool.manager()` → `withdrawalManager()` → `userEscrowedShares(holder)`: these shares have left the balance. */
const escrowedShares = async (reader: AmountReader, pool: Address, holder: Address): Promise<bigint> => {
  const manager = await reader.read(maplePool, pool, 'manager')
  return sharesIn(reader, await reader.read(maplePoolManager, manager, 'withdrawalManager'), holder)
}

/** Σ stETH of the requests not yet claimed; the queue lists open requests only, and says so of each once more. */
const requestedSteth = async (reader: AmountReader, holder: Address): Promise<bigint> => {
  const queue = reader.address('WSTETH_WITHDRAW_QUEUE')
  const ids = await reader.read(withdrawQueue, queue, 'getWithdrawalRequests', [holder])
  if (ids.length === 0) return 0n
  const requests = await reader.read(withdrawQueue, queue, 'getWithdrawalStatus', [ids])
  return requests.reduce((sum, each) => (each.isClaimed ? sum : sum + each.amountOfStETH), 0n)
}

/** An ERC-7540 vault of Centrifuge keeps one request a controller: its id is always 0. */
const requested = (reader: AmountReader, vault: Address, state: Erc7540State, holder: Address): Promise<bigint> => {
  switch (state) {
    case 'pendingDepositRequest':
    case 'pendingRedeemRequest':
      return reader.read(erc7540Vault, vault, state, [0n, holder])
    case 'maxMint':
    case 'maxWithdraw':
      return reader.read(erc7540Vault, vault, state, [holder])
  }
}

/**
 * What is under way at the vault known for a fund and, where the token names another by now, at that one: requests stay where
 * they were made. A vault that is not there, or does not know the question, holds none as long as the other answers.
 */
const requestedAnywhere = async (
  reader: AmountReader,
  { token, asset, vault, state }: Extract<Amount, { kind: 'erc7540' }>,
  holder: Address,
): Promise<bigint> => {
  const known = reader.address(vault)
  const [named, [first]] = await Promise.all([
    vaultNamed(reader, reader.address(token), reader.address(asset)),
    Promise.allSettled([requested(reader, known, state, holder)]),
  ])
  const others = named === null || named.toLowerCase() === known.toLowerCase() ? [] : [named]
  const all = [first, ...(await Promise.allSettled(others.map((other) => requested(reader, other, state, holder))))]
  const answers = all.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  const failed = all.find(
    (each) => each.status === 'rejected' && (answers.length === 0 || each.reason instanceof NodeError),
  )
  if (failed?.status === 'rejected') throw failed.reason
  return answers.reduce((sum, each) => sum + each, 0n)
}

/** What an exchange was sent, less what was claimed back: at least 0. */
const outstandingAt = async (reader: AmountReader, exchange: Address): Promise<bigint> => {
  const [, , sent18, , claimed18] = await reader.read(almController, reader.address('ALM_CONTROLLER'), 'otcs', [
    exchange,
  ])
  return sent18 > claimed18 ? sent18 - claimed18 : 0n
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
      return inUnitsOf(reader, pool, escrowedShares(reader, pool, holder))
    }
    case 'lido-queue':
      return inUnitsOf(reader, reader.address(amount.asset), requestedSteth(reader, holder))
    case 'erc7540':
      return inUnitsOf(reader, reader.address(amount.unit), requestedAnywhere(reader, amount, holder))
    case 'otc':
      return fixed(await outstandingAt(reader, reader.address(amount.exchange)), wadDecimals)
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

/** The queue that a Maple pool was last known to name, before the pool is asked. */
export const prefetchAmount = (
  reader: AmountReader,
  { amount, holder }: Pick<Position, 'amount' | 'holder'>,
): readonly Promise<unknown>[] =>
  amount.kind === 'syrup-queue' ? [sharesIn(reader, amount.queue, reader.address(holder))] : []
