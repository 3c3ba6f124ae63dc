import { dssVest } from '../../contracts/dss-vest'
import { rewardsDistribution } from '../../contracts/rewards-distribution'
import { AbsentError } from '../../errors'
import type { Reader } from '../../reader/types'
import { keysIn, placeOf, recipientOf, type Vest } from './awards'
import { type Farm, farmOf, farms } from './farms'

export const feedReads = [dssVest, rewardsDistribution] as const

export type FeedReader = Reader<(typeof feedReads)[number]>

/** Where the awards of the farms are kept. */
const vest: Vest = 'MCD_VEST_SPK_TREASURY'

/** The number of the award that a farm's distributor draws on now; 0 where it was given none. */
export const vestIdOf = (reader: FeedReader, { distributor }: Farm): Promise<bigint> =>
  reader.read(rewardsDistribution, reader.address(distributor), 'vestId')

/** `vestId` of every farm's distributor, before anything is known of it. */
export const prefetchFeeds = (reader: FeedReader): readonly Promise<unknown>[] =>
  farms.map((farm) => vestIdOf(reader, farm))

/**
 * Keys of all awards that ever fed a farm: a distributor that is given a new award has been paid from the old one too. They
 * are those made out to the distributor, and the one that it draws on.
 */
export const awardsFeeding = async (reader: FeedReader, key: string): Promise<readonly string[]> => {
  const farm = farmOf(key)
  const [keys, drawnOn] = await Promise.all([
    keysIn(reader, vest),
    vestIdOf(reader, farm).catch((error: unknown) => {
      if (error instanceof AbsentError) return 0n
      throw error
    }),
  ])
  const recipients = await Promise.all(keys.map((award) => recipientOf(reader, placeOf(award))))
  const distributor = reader.address(farm.distributor)
  return keys.filter((award, index) => recipients[index] === distributor || placeOf(award).id === drawnOn)
}
