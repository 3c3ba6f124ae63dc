import { type Address, zeroAddress } from 'viem'
import { priceFeed } from '../contracts/price-feed'
import { superstateOracle } from '../contracts/superstate-oracle'
import { superstateToken } from '../contracts/superstate-token'
import { AbsentError, RevertedError } from '../errors'
import { fixed } from '../math/fixed'
import type { Reader } from '../reader/types'
import type { Valuation } from './define-position'
import type { ReportedPrice } from './reported-price'
import { unlessRefused } from './unless-refused'

/** What reading the price of a Superstate fund may touch. */
export const superstateReads = [superstateToken, superstateOracle, priceFeed] as const

type SuperstateReader = Reader<(typeof superstateReads)[number]>

/** The oracle that the token names; an older token knows none. */
const oracleOf = (reader: SuperstateReader, token: Address): Promise<Address> =>
  reader.read(superstateToken, token, 'superstateOracle').catch((error: unknown) => {
    if (error instanceof RevertedError) return zeroAddress
    throw error
  })

/**
 * Drawn on from the newest effective checkpoint, whose place is the round's id: the price is as old as that. `updatedAt`
 * is always now.
 */
const oraclePrice = async (reader: SuperstateReader, oracle: Address): Promise<ReportedPrice> => {
  const [[round, answer, , updatedAt], decimals] = await Promise.all([
    reader.read(superstateOracle, oracle, 'latestRoundData'),
    reader.read(superstateOracle, oracle, 'decimals'),
  ])
  // an oracle without checkpoints is a feed: its `updatedAt` is when it was updated
  const checkpoint = await unlessRefused(reader.read(superstateOracle, oracle, 'checkpoints', [round]), null)
  return { value: fixed(answer, decimals), updatedAt: checkpoint === null ? updatedAt : checkpoint[1] }
}

const feedPrice = async (reader: SuperstateReader, feed: Address): Promise<ReportedPrice> => {
  const [[, answer, , updatedAt], decimals] = await Promise.all([
    reader.read(priceFeed, feed, 'latestRoundData'),
    reader.read(priceFeed, feed, 'decimals'),
  ])
  return { value: fixed(answer, decimals), updatedAt }
}

/** By the oracle that the token names; by the feed that is known for it where it names none. */
export const superstatePrice = async (
  reader: SuperstateReader,
  { token, feed }: Extract<Valuation, { kind: 'superstate' }>,
): Promise<ReportedPrice> => {
  const oracle = await oracleOf(reader, reader.address(token))
  if (oracle !== zeroAddress) return oraclePrice(reader, oracle)
  if (feed === undefined) throw new AbsentError('no-price')
  return feedPrice(reader, reader.address(feed))
}
