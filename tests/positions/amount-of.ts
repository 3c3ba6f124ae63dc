import { chainBySlug } from '@/lib/chains'
import { toDecimalString } from '@/lib/math/fixed'
import { positionOf } from '@/lib/positions'
import { readAmount } from '@/lib/positions/read-amount'
import { createReader } from '@/lib/reader/reader'
import type { FakeChain } from '../metrics/fake-chain'

/** How much of a position a chain of answers says is held. */
export const amountOf = async (fake: FakeChain, key: string): Promise<string> => {
  const position = positionOf(fake.slug, key)
  if (position === undefined) throw new Error(`There is no ${key}.`)
  const reader = createReader(fake.session(), chainBySlug(fake.slug), () => undefined)
  return toDecimalString(await readAmount(reader, position))
}
