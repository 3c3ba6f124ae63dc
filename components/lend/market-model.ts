import type { SparkChain } from '@/lib/chains'
import { add, compare, type Fixed } from '@/lib/math/fixed'
import { percentOf, shareOf } from '@/lib/math/share'
import type { NumberIndex, Observation, Scope } from '@/lib/numbers/number-index'
import { sortRows } from '@/lib/pages/table-sort'
import { type FlagName, flagsOf, type Reserve, reservesOf } from './reserve-model'

export type Totals = {
  readonly supplied: Observation
  readonly borrowed: Observation
  readonly available: Observation
  /** Borrowed of borrowed and available, as the rate curves see it; null where either is unknown. */
  readonly used: Fixed | null
}

/** The sums of one market, or of both under `all`. */
export const totalsOf = (numbers: NumberIndex, scope: Scope): Totals => {
  const of = (name: string) => numbers.get(`lend.${name}-usd`, scope, 'TOTAL')
  const [supplied, borrowed, available] = [of('supplied'), of('borrowed'), of('available')]
  const whole = borrowed.value && available.value ? add(borrowed.value, available.value) : null
  return { supplied, borrowed, available, used: shareOf(borrowed.value, whole) }
}

export type ReserveRow = { readonly reserve: Reserve; readonly flags: readonly FlagName[] }

export type Market = {
  readonly chain: SparkChain
  readonly totals: Totals
  /** Largest first; those without a price last. */
  readonly rows: readonly ReserveRow[]
  /** Whether every reserve is frozen: a market being wound down. */
  readonly isFrozen: boolean
  /** The reserve factor that all reserves share; null where they differ or one is unknown. */
  readonly reserveFactor: Observation | null
}

export const marketOf = (numbers: NumberIndex, chain: SparkChain): Market => {
  const rows = reservesOf(numbers, chain).map((reserve) => ({ reserve, flags: flagsOf(reserve) }))
  return {
    chain,
    totals: totalsOf(numbers, chain.slug),
    rows: sortRows(rows, ({ reserve }) => reserve.get('supplied-usd').value, true),
    isFrozen: rows.length > 0 && rows.every(({ flags }) => flags.includes('frozen')),
    reserveFactor: common(rows.map(({ reserve }) => reserve.get('reserve-factor'))),
  }
}

const common = (nums: readonly Observation[]): Observation | null => {
  const [first] = nums
  const value = first?.value
  if (!first || !value) return null
  return nums.every((num) => num.value !== null && compare(num.value, value) === 0) ? first : null
}

/** The reserves of a market that bear a flag. */
export const flagged = ({ rows }: Market, flag: FlagName): readonly Reserve[] =>
  rows.filter(({ flags }) => flags.includes(flag)).map(({ reserve }) => reserve)

export type PictureRow = {
  readonly reserve: Reserve
  /** In per cent of the largest supply: the whole bar, and its part that is lent out. For pixels only. */
  readonly supplied: number
  readonly borrowed: number
}

const SHOWN = 8

/** A bar for each of the largest reserves that have a price. */
export const pictureOf = ({ rows }: Market): readonly PictureRow[] => {
  const priced = rows.filter(({ reserve }) => reserve.get('supplied-usd').value !== null)
  const longest = priced[0]?.reserve.get('supplied-usd').value ?? null
  return priced.slice(0, SHOWN).map(({ reserve }) => ({
    reserve,
    supplied: percentOf(reserve.get('supplied-usd').value, longest),
    borrowed: percentOf(reserve.get('borrowed-usd').value, longest),
  }))
}
