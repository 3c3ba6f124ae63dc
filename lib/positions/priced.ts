import { AbsentError } from '../errors'
import type { Fixed } from '../math/fixed'
import { unlessRefused } from './unless-refused'

/** What a price source says: whatever keeps it from giving a price above 0, there is no price. A failure of the node passes. */
export const priced = async <price extends { readonly value: Fixed }>(read: Promise<price>): Promise<price> => {
  const price = await unlessRefused(read, null)
  if (price === null || price.value.raw <= 0n) throw new AbsentError('no-price')
  return price
}
