import type { Address } from 'viem'
import { chains, type SparkChain } from '@/lib/chains'
import { compare, type Fixed, isZero } from '@/lib/math/fixed'
import { marketChains } from '@/lib/metrics'
import type { NumberIndex, Observation, Snapshot } from '@/lib/numbers/number-index'
import { addressOf, isKnown } from '@/lib/numbers/value'

type AsOf = NonNullable<Snapshot['asOf']['ethereum']>

/** A reserve of one market, with its numbers at hand. */
export type Reserve = {
  readonly chain: SparkChain
  readonly key: string
  readonly label: string
  readonly address: Address | null
  readonly path: string
  /** Its chain's block; null where none was read. */
  readonly asOf: AsOf | null
  /** `get('supply-apy')` → `lend.supply-apy` of this reserve. */
  get(name: string): Observation
  /** `marketNumber('acl-admin')` → the same of the market as a whole. */
  marketNumber(name: string): Observation
}

export const markets: readonly SparkChain[] = chains.filter(({ slug }) =>
  marketChains.some((market) => market === slug),
)

const one: Fixed = { raw: 1n, decimals: 0 }

export const isOn = (num: Observation): boolean => isKnown(num) && !isZero(num.value)
export const isOff = (num: Observation): boolean => isKnown(num) && isZero(num.value)

const reserveOf = (numbers: NumberIndex, chain: SparkChain, key: string): Reserve => {
  const get = (name: string) => numbers.get(`lend.${name}`, chain.slug, key)
  return {
    chain,
    key,
    label: get('supplied').label ?? get('active').label ?? key,
    address: addressOf(get('underlying')),
    path: `/lend/${chain.slug}/${key}`,
    asOf: numbers.snapshot.asOf[chain.slug] ?? null,
    get,
    marketNumber: (name) => numbers.get(`lend.${name}`, chain.slug, 'POOL_ADDRESSES_PROVIDER'),
  }
}

/** Every reserve of a market, in the pool's order. */
export const reservesOf = (numbers: NumberIndex, chain: SparkChain): readonly Reserve[] =>
  numbers.of('lend.active', chain.slug).map(({ key }) => reserveOf(numbers, chain, key))

/** The reserve that a path names by key, by symbol's constant in any case, or by address; null where there is none. */
export const findReserve = (numbers: NumberIndex, slug: string, asset: string): Reserve | null => {
  const chain = markets.find((market) => market.slug === slug)
  if (!chain) return null
  const reserves = reservesOf(numbers, chain)
  const wanted = asset.toLowerCase()
  const found =
    reserves.find(({ key }) => key === asset) ??
    reserves.find(({ key, address }) => key.toLowerCase() === wanted || address?.toLowerCase() === wanted)
  return found ?? null
}

export const flagNames = [
  'unread',
  'paused',
  'frozen',
  'inactive',
  'no-price',
  'not-borrowable',
  'supply-over',
  'borrow-over',
  'supply-full',
  'borrow-full',
  'no-new-collateral',
  'isolated',
  'siloed',
] as const
export type FlagName = (typeof flagNames)[number]

/** Nothing can be supplied or borrowed, whatever the caps say. */
const isClosed = ({ get }: Reserve): boolean => isOn(get('paused')) || isOn(get('frozen')) || isOff(get('active'))

const isLending = (reserve: Reserve): boolean => !isClosed(reserve) && isOn(reserve.get('borrowing-enabled'))

/** More than interest carries a full reserve beyond its cap: the cap was set below what is in use. */
const farOver: Fixed = { raw: 11n, decimals: 1 }

const isFarOver = ({ get }: Reserve, side: 'supply' | 'borrow'): boolean => {
  const usage = get(`${side}-cap-usage`)
  return isKnown(usage) && compare(usage.value, farOver) > 0
}

const tests: Readonly<Record<FlagName, (reserve: Reserve) => boolean>> = {
  unread: ({ get }) => !isKnown(get('frozen')) || !isKnown(get('paused')),
  paused: ({ get }) => isOn(get('paused')),
  frozen: ({ get }) => isOn(get('frozen')),
  inactive: ({ get }) => isOff(get('active')),
  'no-price': ({ get }) => get('price').code === 'no-price',
  'not-borrowable': ({ get }) => isOff(get('borrowing-enabled')),
  'supply-over': (reserve) => !isClosed(reserve) && isFarOver(reserve, 'supply'),
  'borrow-over': (reserve) => isLending(reserve) && isFarOver(reserve, 'borrow'),
  'supply-full': (reserve) =>
    !isClosed(reserve) && isOff(reserve.get('supply-headroom')) && !isFarOver(reserve, 'supply'),
  'borrow-full': (reserve) =>
    isLending(reserve) && isOff(reserve.get('borrow-headroom')) && !isFarOver(reserve, 'borrow'),
  'no-new-collateral': ({ get }) => isOff(get('ltv')) && isOn(get('liquidation-threshold')),
  isolated: ({ get }) => isOn(get('debt-ceiling-usd')),
  siloed: ({ get }) => isOn(get('siloed-borrowing')),
}

/** What is out of the ordinary about a reserve, gravest first. */
export const flagsOf = (reserve: Reserve): readonly FlagName[] => flagNames.filter((name) => tests[name](reserve))

/** Whether the rate the pool stored and the rate its curve gives now are more than a basis point apart. */
export const isRateDue = ({ get }: Reserve): boolean => {
  const pairs = [
    [get('supply-apy'), get('next-supply-apy')],
    [get('borrow-apy'), get('next-borrow-apy')],
  ] as const
  return pairs.some(([stored, next]) => {
    const apart = gapOf(stored, next)
    return apart !== null && compare(apart, basisPoint) > 0
  })
}

const basisPoint: Fixed = { raw: 1n, decimals: 4 }

const gapOf = (a: Observation, b: Observation): Fixed | null => {
  if (!isKnown(a) || !isKnown(b)) return null
  const decimals = Math.max(a.value.decimals, b.value.decimals)
  const [x, y] = [a, b].map(({ value }) => value.raw * 10n ** BigInt(decimals - value.decimals))
  const apart = (x ?? 0n) - (y ?? 0n)
  return { raw: apart < 0n ? -apart : apart, decimals }
}

/** A supply or borrow cap as pages show it: what is set, what is used, what is left, and how far it may go by itself. */
export type CapFacts = {
  readonly side: 'supply' | 'borrow'
  readonly cap: Observation
  /** What counts against it, as far as one number says so: the debt, or what is supplied. */
  readonly inUse: Observation
  readonly usage: Observation
  readonly headroom: Observation
  readonly max: Observation
  readonly gap: Observation
  readonly isSet: boolean
  /** Used beyond the cap: nothing more goes in until it falls. */
  readonly isOver: boolean
}

export const capOf = ({ get }: Reserve, side: 'supply' | 'borrow'): CapFacts => {
  const [cap, usage] = [get(`${side}-cap`), get(`${side}-cap-usage`)]
  return {
    side,
    cap,
    inUse: get(side === 'supply' ? 'supplied' : 'borrowed'),
    usage,
    headroom: get(`${side}-headroom`),
    max: get(`${side}-cap-max`),
    gap: get(`${side}-cap-gap`),
    isSet: isKnown(cap) && cap.note === undefined,
    isOver: isKnown(usage) && compare(usage.value, one) > 0,
  }
}
