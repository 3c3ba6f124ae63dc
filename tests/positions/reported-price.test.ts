import { getAddress } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { centrifugeRequestManager } from '@/lib/contracts/centrifuge-request-manager'
import { centrifugeShare } from '@/lib/contracts/centrifuge-share'
import { centrifugeSpoke } from '@/lib/contracts/centrifuge-spoke'
import { erc20 } from '@/lib/contracts/erc20'
import { erc7540Vault } from '@/lib/contracts/erc7540-vault'
import { priceFeed } from '@/lib/contracts/price-feed'
import { superstateOracle } from '@/lib/contracts/superstate-oracle'
import { superstateToken } from '@/lib/contracts/superstate-token'
import { fixed, toDecimalString } from '@/lib/math/fixed'
import { fundValuation } from '@/lib/positions'
import { readReportedPrice, readValuation } from '@/lib/positions/read-valuation'
import { isOld, isReported } from '@/lib/positions/reported-price'
import type { FundKey } from '@/lib/products/funds'
import { createReader } from '@/lib/reader/reader'
import { FakeChain } from '../metrics/fake-chain'

const now = 1_751_328_000
const registry = chainBySlug('ethereum').contracts
const addressOf = (key: keyof typeof registry) => registry[key].address
const chain = () => new FakeChain('ethereum', now)
const ago = (days: number) => BigInt(now - days * 86_400)
const manager = getAddress(`0x${'11'.repeat(20)}`)
const spoke = getAddress(`0x${'22'.repeat(20)}`)
const oracle = getAddress(`0x${'33'.repeat(20)}`)
const forEver = 2n ** 64n - 1n

/** The price, its date, and the status it leads to. */
const priceOf = async (fake: FakeChain, fund: FundKey) => {
  const valuation = fundValuation(fund, 'ethereum')
  if (!isReported(valuation)) throw new Error(`${fund} has no reported price.`)
  const reader = createReader(fake.session(), chainBySlug('ethereum'), () => undefined)
  const { value, updatedAt } = await readReportedPrice(reader, valuation)
  const { stale = 'ok' } = await readValuation(reader, valuation)
  return [toDecimalString(value), updatedAt, stale]
}

const noPrice = { failure: { code: 'no-price' } }

describe('a price', () => {
  const price = { value: fixed(1n, 0), updatedAt: ago(5) }

  it('is old once five days have passed, and where nothing says when it was reported', () => {
    expect(isOld(price, now)).toBe(false)
    expect(isOld(price, now + 1)).toBe(true)
    expect(isOld({ ...price, updatedAt: null }, now)).toBe(true)
  })

  it('is old before that where its issuer’s own limit has passed', () => {
    expect(isOld({ ...price, validUntil: BigInt(now) }, now)).toBe(false)
    expect(isOld({ ...price, validUntil: ago(1) }, now)).toBe(true)
  })
})

describe('JTRSY', () => {
  const vault = 'JTRSY_VAULT_V3_USDC'
  const named = (at: keyof typeof registry) =>
    chain()
      .answer(erc20, addressOf('JTRSY'), 'decimals', [], 6)
      .answer(erc20, addressOf('USDC'), 'decimals', [], 6)
      .answer(centrifugeShare, addressOf('JTRSY'), 'vault', [addressOf('USDC')], addressOf(at))
      .answer(erc7540Vault, addressOf(at), 'convertToAssets', [10n ** 18n], 1_108_804n * 10n ** 12n)

  /** A vault of version 3, whose asset was priced this very minute. */
  const spoken = (computedAt: bigint, maxAge = forEver, validUntil = forEver) =>
    named(vault)
      .answer(erc7540Vault, addressOf(vault), 'priceLastUpdated', [], BigInt(now))
      .answer(erc7540Vault, addressOf(vault), 'baseManager', [], manager)
      .answer(erc7540Vault, addressOf(vault), 'poolId', [], 281_474_976_710_662n)
      .answer(erc7540Vault, addressOf(vault), 'scId', [], '0x00010000000000060000000000000001')
      .answer(centrifugeRequestManager, manager, 'spoke', [], spoke)
      .answer(
        centrifugeSpoke,
        spoke,
        'markersPricePoolPerShare',
        [281_474_976_710_662n, '0x00010000000000060000000000000001'],
        [computedAt, maxAge, validUntil],
      )

  it('is as old as the share’s own price, however new that of the asset is', async () => {
    expect(await priceOf(spoken(ago(1)), 'JTRSY')).toEqual(['1.108804', ago(1), 'ok'])
    expect(await priceOf(spoken(ago(20)), 'JTRSY')).toEqual(['1.108804', ago(20), 'old-price'])
  })

  it('is old once the limit that its issuer set has passed', async () => {
    expect(await priceOf(spoken(ago(2), 86_400n, ago(1)), 'JTRSY')).toEqual(['1.108804', ago(2), 'old-price'])
  })

  it('is dated by its vault before version 3, and where no spoke answers', async () => {
    const dated = (at: keyof typeof registry, days: number) =>
      named(at).answer(erc7540Vault, addressOf(at), 'priceLastUpdated', [], ago(days))
    expect(await priceOf(dated('JTRSY_VAULT', 3), 'JTRSY')).toEqual(['1.108804', ago(3), 'ok'])
    expect(await priceOf(dated('JTRSY_VAULT', 20), 'JTRSY')).toEqual(['1.108804', ago(20), 'old-price'])
    const mute = dated(vault, 6).answer(erc7540Vault, addressOf(vault), 'baseManager', [], manager)
    expect(await priceOf(mute, 'JTRSY')).toEqual(['1.108804', ago(6), 'old-price'])
  })

  it('is old where nothing dates it', async () => {
    expect(await priceOf(named('JTRSY_VAULT'), 'JTRSY')).toEqual(['1.108804', null, 'old-price'])
  })

  it('falls back on the known vault only while that is updated', async () => {
    const unnamed = (days: number) =>
      named('JTRSY_VAULT')
        .revert(centrifugeShare, addressOf('JTRSY'), 'vault', [addressOf('USDC')])
        .answer(erc7540Vault, addressOf('JTRSY_VAULT'), 'priceLastUpdated', [], ago(days))
    expect(await priceOf(unnamed(1), 'JTRSY')).toEqual(['1.108804', ago(1), 'ok'])
    await expect(priceOf(unnamed(20), 'JTRSY')).rejects.toMatchObject(noPrice)
    await expect(priceOf(unnamed(400), 'JTRSY')).rejects.toMatchObject(noPrice)
  })
})

describe('USTB', () => {
  const quoted = () =>
    chain()
      .answer(superstateToken, addressOf('USTB'), 'superstateOracle', [], oracle)
      .answer(superstateOracle, oracle, 'decimals', [], 6)
      .answer(superstateOracle, oracle, 'latestRoundData', [], [7n, 10_915_250n, BigInt(now), BigInt(now), 7n])
  const effective = (at: bigint) =>
    quoted().answer(superstateOracle, oracle, 'checkpoints', [7n], [at - 7200n, at, 10_913_600n])

  it('is as old as the newest checkpoint in force, counted from when it took effect', async () => {
    expect(await priceOf(effective(ago(4)), 'USTB')).toEqual(['10.91525', ago(4), 'ok'])
    expect(await priceOf(effective(ago(5)), 'USTB')).toEqual(['10.91525', ago(5), 'ok'])
    expect(await priceOf(effective(ago(5) - 1n), 'USTB')).toEqual(['10.91525', ago(5) - 1n, 'old-price'])
  })

  it('has no price where its oracle refuses one for its age', async () => {
    const expired = effective(ago(6)).revert(superstateOracle, oracle, 'latestRoundData')
    await expect(priceOf(expired, 'USTB')).rejects.toMatchObject(noPrice)
  })
})

describe('USCC', () => {
  const feed = addressOf('USCC_CHAINLINK_ORACLE')
  const fed = (updatedAt: bigint) =>
    chain()
      .answer(priceFeed, feed, 'decimals', [], 6)
      .answer(priceFeed, feed, 'latestRoundData', [], [9n, 11_860_000n, updatedAt, updatedAt, 9n])
  const none = '0x0000000000000000000000000000000000000000'

  it('is priced by its feed where the token names no oracle, or knows none', async () => {
    const named = fed(ago(1)).answer(superstateToken, addressOf('USCC'), 'superstateOracle', [], none)
    expect(await priceOf(named, 'USCC')).toEqual(['11.86', ago(1), 'ok'])
    const older = fed(ago(1)).revert(superstateToken, addressOf('USCC'), 'superstateOracle')
    expect(await priceOf(older, 'USCC')).toEqual(['11.86', ago(1), 'ok'])
    const old = fed(ago(8)).answer(superstateToken, addressOf('USCC'), 'superstateOracle', [], none)
    expect(await priceOf(old, 'USCC')).toEqual(['11.86', ago(8), 'old-price'])
  })

  it('is priced by the oracle that the token names, and by no other where that refuses', async () => {
    const named = () => fed(ago(1)).answer(superstateToken, addressOf('USCC'), 'superstateOracle', [], oracle)
    const own = named()
      .answer(superstateOracle, oracle, 'decimals', [], 6)
      .answer(superstateOracle, oracle, 'latestRoundData', [], [3n, 11_000_000n, ago(2), ago(2), 3n])
    expect(await priceOf(own, 'USCC')).toEqual(['11', ago(2), 'ok'])
    await expect(priceOf(named(), 'USCC')).rejects.toMatchObject(noPrice)
  })

  it('has no price before its token is there', async () => {
    await expect(priceOf(fed(ago(1)), 'USCC')).rejects.toMatchObject(noPrice)
  })
})
