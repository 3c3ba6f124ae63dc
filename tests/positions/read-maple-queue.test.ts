import { type Address, getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { erc20 } from '@/lib/contracts/erc20'
import { maplePool } from '@/lib/contracts/maple-pool'
import { maplePoolManager } from '@/lib/contracts/maple-pool-manager'
import { mapleWithdrawalManager } from '@/lib/contracts/maple-withdrawal-manager'
import { FakeChain } from '../metrics/fake-chain'
import { amountOf } from './amount-of'

const { ALM_PROXY, SYRUP_USDC } = chainBySlug('ethereum').contracts
const holder = ALM_PROXY.address
const manager = getAddress(`0x${'11'.repeat(20)}`)
const queue = getAddress(`0x${'22'.repeat(20)}`)

const withQueue = (address: Address = queue) =>
  new FakeChain('ethereum', 1_751_328_000)
    .answer(erc20, SYRUP_USDC.address, 'decimals', [], 6)
    .answer(maplePool, SYRUP_USDC.address, 'manager', [], manager)
    .answer(maplePoolManager, manager, 'withdrawalManager', [], address)

/** A queue of version 1 with one request of the holder, or none. */
const older = (id: bigint, shares: bigint, locked: bigint) =>
  withQueue()
    .revert(mapleWithdrawalManager, queue, 'userEscrowedShares', [holder])
    .answer(mapleWithdrawalManager, queue, 'lockedShares', [holder], locked)
    .answer(mapleWithdrawalManager, queue, 'requestIds', [holder], id)
    .answer(mapleWithdrawalManager, queue, 'requests', [id], [holder, shares])

const pending = (fake: FakeChain) => amountOf(fake, 'SYRUP_USDC.PENDING_REDEEM')

describe('shares in Maple’s queue', () => {
  it('are the escrowed ones, and those processed for an owner who redeems by hand', async () => {
    const fake = withQueue()
      .answer(mapleWithdrawalManager, queue, 'userEscrowedShares', [holder], 3_500_000n)
      .answer(mapleWithdrawalManager, queue, 'lockedShares', [holder], 250_000n)
    expect(await pending(fake)).toBe('3.75')
  })

  it('are the owner’s one request where the queue is of version 1', async () => {
    expect(await pending(older(41n, 3_500_000n, 0n))).toBe('3.5')
    expect(await pending(older(41n, 3_500_000n, 1_000_000n))).toBe('4.5')
  })

  it('are 0 where nothing is queued in version 1: what stands at request 0 is nobody’s', async () => {
    expect(await pending(older(0n, 9_000_000n, 0n))).toBe('0')
    expect(await pending(older(0n, 0n, 1_000_000n))).toBe('1')
  })

  it('are unknown where a queue answers neither version’s question', async () => {
    const fake = withQueue()
      .revert(mapleWithdrawalManager, queue, 'userEscrowedShares', [holder])
      .revert(mapleWithdrawalManager, queue, 'requestIds', [holder])
    await expect(pending(fake)).rejects.toMatchObject({ failure: { code: 'reverted' } })
  })
})
