import { type Address, getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { centrifugeRequestManager } from '@/lib/contracts/centrifuge-request-manager'
import { centrifugeShare } from '@/lib/contracts/centrifuge-share'
import { erc20 } from '@/lib/contracts/erc20'
import { erc7540Vault } from '@/lib/contracts/erc7540-vault'
import { FakeChain } from '../metrics/fake-chain'
import { amountOf } from './amount-of'

const { ALM_PROXY, JTRSY, JTRSY_VAULT, JTRSY_VAULT_V3_USDC, USDC } = chainBySlug('ethereum').contracts
const holder = ALM_PROXY.address
const [older, newer] = [JTRSY_VAULT.address, JTRSY_VAULT_V3_USDC.address]
const manager = getAddress(`0x${'11'.repeat(20)}`)

const chain = () =>
  new FakeChain('ethereum', 1_751_328_000)
    .answer(erc20, JTRSY.address, 'decimals', [], 6)
    .answer(erc20, USDC.address, 'decimals', [], 6)

/** What the vault’s manager keeps for the holder. */
const kept = (fake: FakeChain, vault: Address, maxMint: bigint, maxWithdraw: bigint) =>
  fake.answer(
    centrifugeRequestManager,
    manager,
    'investments',
    [vault, holder],
    [maxMint, maxWithdraw, 0n, 0n, 0n, 0n, 0n, 0n, false, false],
  )

describe('a request that was cancelled', () => {
  const cancelled = () =>
    chain()
      .answer(erc7540Vault, older, 'claimableCancelDepositRequest', [0n, holder], 5_000_000n)
      .answer(erc7540Vault, older, 'claimableCancelRedeemRequest', [0n, holder], 6_000_000n)

  it('is money to collect: dollars of a deposit, shares of a redemption', async () => {
    expect(await amountOf(cancelled(), 'JTRSY.CANCELLED_DEPOSIT')).toBe('5')
    expect(await amountOf(cancelled(), 'JTRSY.CANCELLED_REDEEM')).toBe('6')
  })

  it('counts at every vault where it was made', async () => {
    const fake = cancelled()
      .answer(centrifugeShare, JTRSY.address, 'vault', [USDC.address], newer)
      .answer(erc7540Vault, newer, 'claimableCancelRedeemRequest', [0n, holder], 500_000n)
    expect(await amountOf(fake, 'JTRSY.CANCELLED_REDEEM')).toBe('6.5')
  })

  it('is 0 at a vault that cannot cancel, and unknown where there is no vault', async () => {
    const fake = chain().revert(erc7540Vault, older, 'claimableCancelDepositRequest', [0n, holder])
    expect(await amountOf(fake, 'JTRSY.CANCELLED_DEPOSIT')).toBe('0')
    await expect(amountOf(chain(), 'JTRSY.CANCELLED_DEPOSIT')).rejects.toMatchObject({
      failure: { code: 'not-deployed' },
    })
  })
})

describe('a claim of a frozen holder', () => {
  it('stands with the manager of a vault of version 2, whatever the vault lets be minted now', async () => {
    const fake = kept(chain(), older, 2_000_000n, 0n)
      .answer(erc7540Vault, older, 'maxMint', [holder], 0n)
      .revert(erc7540Vault, older, 'baseManager')
      .answer(erc7540Vault, older, 'manager', [], manager)
    expect(await amountOf(fake, 'JTRSY.CLAIMABLE_DEPOSIT')).toBe('2')
  })

  it('stands with that of a vault of version 3, of which nothing can be withdrawn now', async () => {
    const fake = kept(chain(), newer, 0n, 7_000_000n)
      .answer(centrifugeShare, JTRSY.address, 'vault', [USDC.address], newer)
      .answer(erc7540Vault, newer, 'maxWithdraw', [holder], 0n)
      .answer(erc7540Vault, newer, 'baseManager', [], manager)
    expect(await amountOf(fake, 'JTRSY.CLAIMABLE_REDEEM')).toBe('7')
  })

  it('is counted once where the holder is not frozen', async () => {
    const fake = kept(chain(), older, 2_000_000n, 0n)
      .answer(erc7540Vault, older, 'maxMint', [holder], 2_000_000n)
      .answer(erc7540Vault, older, 'manager', [], manager)
    expect(await amountOf(fake, 'JTRSY.CLAIMABLE_DEPOSIT')).toBe('2')
  })

  it('is what the vault says where its manager cannot be asked', async () => {
    const fake = chain()
      .answer(erc7540Vault, older, 'maxMint', [holder], 3_000_000n)
      .answer(erc7540Vault, older, 'manager', [], manager)
    expect(await amountOf(fake, 'JTRSY.CLAIMABLE_DEPOSIT')).toBe('3')
  })
})
