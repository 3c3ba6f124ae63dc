import { isZero } from '@/lib/math/fixed'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { addressOf, isKnown } from '@/lib/numbers/value'
import { addressAt, spkNum } from './model'

/** The farms, what pays each (awards are made out to it), and the award that each began with. */
const farms = [
  { key: 'USDS_SPK_FARM', name: 'usds-farm', distributor: 'REWARDS_DIST_USDS_SPK', first: 'MCD_VEST_SPK_TREASURY.1' },
  {
    key: 'REWARDS_LSSKY_SPK',
    name: 'sky-farm',
    distributor: 'REWARDS_DIST_LSSKY_SPK',
    first: 'MCD_VEST_SPK_TREASURY.2',
  },
] as const

/** The farm that takes what an award pays. Snapshots from before recipients were read know the first awards alone. */
const farmPaidBy = (numbers: NumberIndex, award: string) => {
  const recipient = addressOf(spkNum(numbers, 'award-recipient', award))
  return farms.find(({ distributor, first }) =>
    recipient === null ? first === award : addressAt(distributor) === recipient,
  )
}

/**
 * What people took of an award. Of one that pays a farm, only the farm's sum is known, over all the awards that ever paid
 * it: it stands beside the one that does now, and null beside the others.
 */
export const claimedOf = (numbers: NumberIndex, award: string): Observation | null => {
  const farm = farmPaidBy(numbers, award)
  if (farm === undefined) return spkNum(numbers, 'claimed', award)
  const feeding = spkNum(numbers, 'farm-award', farm.key)
  const isFormer = isKnown(feeding) && !award.endsWith(`.${feeding.value.raw}`)
  return isFormer ? null : spkNum(numbers, 'claimed', farm.key)
}

export type FarmRow = {
  readonly key: string
  readonly name: 'usds-farm' | 'sky-farm'
  readonly get: (name: string) => Observation
}

export const farmsOf = (numbers: NumberIndex): readonly FarmRow[] =>
  farms.map(({ key, name }) => ({ key, name, get: (metric: string) => spkNum(numbers, metric, key) }))

/** Farms that pay nobody because nothing is staked in them, with SPK in them. */
export const emptyFarmsOf = (numbers: NumberIndex): readonly FarmRow[] =>
  farmsOf(numbers).filter(({ get }) => {
    const [staked, stuck, left] = [get('farm-staked'), get('farm-stuck'), get('locked')]
    return isKnown(staked) && isZero(staked.value) && [stuck, left].some((num) => isKnown(num) && !isZero(num.value))
  })
