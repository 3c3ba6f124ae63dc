import { compare } from '@/lib/math/fixed'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { isKnown } from '@/lib/numbers/value'
import { claimedOf } from './farm-model'
import { home, spkNum } from './model'

const awardNames = {
  'DSS_VEST.1': 'team',
  'MCD_VEST_SPK_TREASURY.1': 'usds-farm',
  'MCD_VEST_SPK_TREASURY.2': 'sky-farm',
} as const

export type AwardName = (typeof awardNames)[keyof typeof awardNames]

export type AwardRow = {
  readonly key: string
  /** null: an award granted since this was written. */
  readonly name: AwardName | null
  readonly isYanked: boolean
  readonly hasCliff: boolean
  /** What people took of it: from the farm that it feeds, else from the award itself; null where that is not told apart. */
  readonly claimed: Observation | null
  readonly get: (name: string) => Observation
}

export const awardName = (key: string): AwardName | null =>
  Object.entries(awardNames).find(([each]) => each === key)?.[1] ?? null

/** Every award of both vesting contracts, the team's first. */
export const awardsOf = (numbers: NumberIndex): readonly AwardRow[] =>
  numbers
    .of('spk.stream', home.slug)
    .filter(({ key }) => key !== 'TOTAL')
    .map(({ key }) => {
      const get = (name: string) => spkNum(numbers, name, key)
      const [begin, cliff] = [get('award-begin'), get('award-cliff')]
      return {
        key,
        name: awardName(key),
        isYanked: get('yanked').value?.raw === 1n,
        hasCliff: isKnown(begin) && isKnown(cliff) && compare(cliff.value, begin.value) > 0,
        claimed: claimedOf(numbers, key),
        get,
      }
    })
