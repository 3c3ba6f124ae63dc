import { getAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { centrifugeShare } from '@/lib/contracts/centrifuge-share'
import { erc20 } from '@/lib/contracts/erc20'
import { erc7540Vault } from '@/lib/contracts/erc7540-vault'
import { farm } from '@/lib/contracts/farm'
import { maplePool } from '@/lib/contracts/maple-pool'
import { maplePoolManager } from '@/lib/contracts/maple-pool-manager'
import { mapleWithdrawalManager } from '@/lib/contracts/maple-withdrawal-manager'
import { multicall3 } from '@/lib/contracts/multicall3'
import { psm3 } from '@/lib/contracts/psm3'
import { susde } from '@/lib/contracts/susde'
import { withdrawQueue } from '@/lib/contracts/withdraw-queue'
import { FakeChain } from '../metrics/fake-chain'
import { amountOf } from './amount-of'

const registry = chainBySlug('ethereum').contracts
const addressOf = (key: keyof typeof registry) => registry[key].address
const proxy = addressOf('ALM_PROXY')
const chain = () => new FakeChain('ethereum', 1_751_328_000)

test('a balance by the decimals that the token says, whatever is known of it', async () => {
  const fake = chain().answer(erc20, addressOf('USAT'), 'decimals', [], 9)
  fake.answer(erc20, addressOf('USAT'), 'balanceOf', [proxy], 1_234_567_891n)
  expect(await amountOf(fake, 'USAT')).toBe('1.234567891')
})

test('another holder’s balance is that holder’s', async () => {
  const fake = chain().answer(erc20, addressOf('USDT'), 'decimals', [], 6)
  fake.answer(erc20, addressOf('USDT'), 'balanceOf', [addressOf('BINANCE_OTC_BUFFER')], 5_000_000n)
  fake.answer(erc20, addressOf('USDT'), 'balanceOf', [addressOf('ALM_PROXY_FREEZABLE')], 7_000_000n)
  expect(await amountOf(fake, 'USDT@BINANCE_OTC_BUFFER')).toBe('5')
  expect(await amountOf(fake, 'USDT@ALM_PROXY_FREEZABLE')).toBe('7')
})

test('ether by Multicall3', async () => {
  const fake = chain().answer(multicall3, addressOf('MULTICALL3'), 'getEthBalance', [proxy], 15n * 10n ** 17n)
  expect(await amountOf(fake, 'ETH')).toBe('1.5')
})

test('PSM3 shares of the proxy', async () => {
  const base = chainBySlug('base').contracts
  const fake = new FakeChain('base', 1_751_328_000)
  fake.answer(psm3, base.PSM3.address, 'shares', [base.ALM_PROXY.address], 2n * 10n ** 18n)
  expect(await amountOf(fake, 'PSM3')).toBe('2')
})

test('what cools down at Ethena, in USDe', async () => {
  const fake = chain().answer(erc20, addressOf('USDE'), 'decimals', [], 18)
  fake.answer(susde, addressOf('SUSDE'), 'cooldowns', [proxy], [1_751_900_000n, 25n * 10n ** 17n])
  expect(await amountOf(fake, 'SUSDE.COOLDOWN')).toBe('2.5')
})

test('what is staked in a farm, in the asset staked: the farm has no decimals', async () => {
  const fake = chain()
    .answer(erc20, addressOf('USDS'), 'decimals', [], 18)
    .answer(farm, addressOf('USDS_SPK_FARM'), 'balanceOf', [proxy], 4n * 10n ** 18n)
    .revert(erc20, addressOf('USDS_SPK_FARM'), 'decimals')
  expect(await amountOf(fake, 'USDS_SPK_FARM')).toBe('4')
})

test('shares in Maple’s queue, found through the pool', async () => {
  const manager = getAddress(`0x${'11'.repeat(20)}`)
  const queue = getAddress(`0x${'22'.repeat(20)}`)
  const fake = chain()
    .answer(erc20, addressOf('SYRUP_USDC'), 'decimals', [], 6)
    .answer(maplePool, addressOf('SYRUP_USDC'), 'manager', [], manager)
    .answer(maplePoolManager, manager, 'withdrawalManager', [], queue)
    .answer(mapleWithdrawalManager, queue, 'userEscrowedShares', [proxy], 3_500_000n)
  expect(await amountOf(fake, 'SYRUP_USDC.PENDING_REDEEM')).toBe('3.5')
})

test('stETH in Lido’s queue, what is claimed left out', async () => {
  const queue = addressOf('WSTETH_WITHDRAW_QUEUE')
  const status = (amountOfStETH: bigint, isClaimed: boolean) => ({
    amountOfStETH,
    amountOfShares: 1n,
    owner: proxy,
    timestamp: 1n,
    isFinalized: isClaimed,
    isClaimed,
  })
  const fake = chain().answer(erc20, addressOf('STETH'), 'decimals', [], 18)
  fake.answer(withdrawQueue, queue, 'getWithdrawalRequests', [proxy], [7n, 9n, 11n])
  const statuses = [status(10n ** 18n, false), status(10n ** 19n, true), status(2n * 10n ** 18n, false)]
  fake.answer(withdrawQueue, queue, 'getWithdrawalStatus', [[7n, 9n, 11n]], statuses)
  expect(await amountOf(fake, 'WSTETH.PENDING_REDEEM')).toBe('3')
  const none = chain().answer(erc20, addressOf('STETH'), 'decimals', [], 18)
  none.answer(withdrawQueue, queue, 'getWithdrawalRequests', [proxy], [])
  expect(await amountOf(none, 'WSTETH.PENDING_REDEEM')).toBe('0')
})

test('JTRSY under way: shares in shares, dollars in dollars', async () => {
  const vault = addressOf('JTRSY_VAULT')
  const fake = chain()
    .answer(erc20, addressOf('JTRSY'), 'decimals', [], 6)
    .answer(erc20, addressOf('USDC'), 'decimals', [], 6)
    .answer(erc7540Vault, vault, 'pendingDepositRequest', [0n, proxy], 1_000_000n)
    .answer(erc7540Vault, vault, 'maxMint', [proxy], 2_000_000n)
    .answer(erc7540Vault, vault, 'pendingRedeemRequest', [0n, proxy], 3_000_000n)
    .answer(erc7540Vault, vault, 'maxWithdraw', [proxy], 4_000_000n)
  const keys = ['PENDING_DEPOSIT', 'CLAIMABLE_DEPOSIT', 'PENDING_REDEEM', 'CLAIMABLE_REDEEM']
  expect(await Promise.all(keys.map((key) => amountOf(fake, `JTRSY.${key}`)))).toEqual(['1', '2', '3', '4'])
})

describe('JTRSY under way where the token names another vault by now', () => {
  const withOld = () =>
    chain()
      .answer(erc20, addressOf('JTRSY'), 'decimals', [], 6)
      .answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'maxMint', [proxy], 2_000_000n)
      .answer(centrifugeShare, addressOf('JTRSY'), 'vault', [addressOf('USDC')], addressOf('JTRSY_VAULT_V3_USDC'))

  test('requests at both count', async () => {
    const fake = withOld().answer(erc7540Vault, addressOf('JTRSY_VAULT_V3_USDC'), 'maxMint', [proxy], 500_000n)
    expect(await amountOf(fake, 'JTRSY.CLAIMABLE_DEPOSIT')).toBe('2.5')
  })

  test('one that is not there holds none', async () => {
    expect(await amountOf(withOld(), 'JTRSY.CLAIMABLE_DEPOSIT')).toBe('2')
  })

  test('where neither answers nothing is known', async () => {
    await expect(amountOf(withOld(), 'JTRSY.PENDING_REDEEM')).rejects.toMatchObject({
      failure: { code: 'not-deployed' },
    })
  })
})

test('a token that is not there is absent, not 0', async () => {
  await expect(amountOf(chain(), 'USDC')).rejects.toMatchObject({ failure: { code: 'not-deployed' } })
})
