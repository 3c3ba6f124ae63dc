import type { Address } from 'viem'
import { type ChainSlug, chainBySlug, type Deployment } from '@/lib/chains'

/** The one thing shared with what is refereed: which address bears which name on a chain. */
export const addressesOf = (slug: ChainSlug): Readonly<Record<string, Address>> =>
  Object.fromEntries(
    Object.entries<Deployment>(chainBySlug(slug).contracts).map(([name, { address }]) => [name, address]),
  )

export const addressOf = (slug: ChainSlug, name: string): Address => {
  const address = addressesOf(slug)[name]
  if (address === undefined) throw new RangeError(`${slug} has no ${name}.`)
  return address
}

export type Place = (name: string) => Address
