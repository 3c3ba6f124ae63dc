import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { HOUR, WEEK } from '../format/time'
import { type Day, events, midnight } from './calendar'
import { type Call, call } from './calls'
import { addressBook } from './tokens'

// The two farms that pay SPK, and Sky's vesting contract with an award for each.

const at = addressBook(ethereum)
const wad = 10n ** 18n
const million = 1_000_000n * wad

export const farmsFrom: Day = 30 // 2025-07-01: the spell of 2025-06-26 could be cast from 2025-06-30T14:00Z
const farmBegin = 1_750_687_200
export const farmSpan = 63_072_000

type Farm = {
  readonly id: bigint
  readonly tot: bigint
  readonly farm: string
  readonly dist: string
  readonly staking: string
  readonly until: Day
}
export const farms: readonly Farm[] = [
  {
    id: 1n,
    tot: 2_275n * million,
    farm: 'USDS_SPK_FARM',
    dist: 'REWARDS_DIST_USDS_SPK',
    staking: 'USDS',
    until: 1_000_000,
  },
  {
    id: 2n,
    tot: 975n * million,
    farm: 'REWARDS_LSSKY_SPK',
    dist: 'REWARDS_DIST_LSSKY_SPK',
    staking: 'LOCKSTAKE_SKY',
    until: events.farmYank,
  },
]

const accrued = (tot: bigint, day: Day) => {
  const passed = Math.max(0, Math.min(midnight(day) - farmBegin, farmSpan))
  return (tot * BigInt(passed)) / BigInt(farmSpan)
}
/** The last day up to this one on which a farm was paid; -1 where there was none. */
export const lastPaid = (day: Day) => (day < farmsFrom ? -1 : day - ((day - farmsFrom) % 7))

/** All other holders, and all other stakers of USDS and locked SKY. */
export const holders: Address = '0x5b4de5000000000000000000000000000000000a'
export const stakers: Address = '0x57a4e5000000000000000000000000000000000a'
/** Took their rewards before the network began. */
const stakedBefore = { USDS: 520_000_000n * wad, LOCKSTAKE_SKY: 6_200_000_000n * wad } as const

export const awardType =
  'create((address usr,uint48 bgn,uint48 clf,uint48 fin,address mgr,uint8 res,uint128 tot,uint128 rxd))'

const farmAward = ({ dist, tot, id, until }: Farm, day: Day, paid: Day) => {
  const yanked = day >= until
  const total = yanked ? accrued(tot, until) : tot
  return {
    usr: at(dist),
    bgn: farmBegin,
    clf: farmBegin,
    fin: yanked ? midnight(until) : farmBegin + farmSpan,
    mgr: `0x${'0'.repeat(40)}`,
    res: 1,
    tot: total,
    rxd: paid < 0 ? 0n : accrued(tot, Math.min(paid, until)),
    id,
  }
}

/** Awards and farms: as on the day they began, or with what was paid before the first day. */
export const startFarms = (day: Day): readonly Call[] => {
  const paid = day === farmsFrom ? -1 : lastPaid(day)
  return farms.flatMap((one) => {
    const { id: _, ...award } = farmAward(one, day, paid)
    const calls = [call(at('MCD_VEST_SPK_TREASURY'), awardType, award)]
    calls.push(
      call(
        at(one.dist),
        'open(address,address,address,uint256,uint256)',
        at('MCD_VEST_SPK_TREASURY'),
        at(one.farm),
        at('SPK'),
        one.id,
        BigInt(paid < 0 ? 0 : midnight(paid)),
      ),
      call(at(one.farm), 'open(address,address,address)', at(one.staking), at('SPK'), at(one.dist)),
      call(
        at(one.farm),
        'assign(address,uint256)',
        stakers,
        stakedBefore[one.staking === 'USDS' ? 'USDS' : 'LOCKSTAKE_SKY'],
      ),
    )
    if (one.staking === 'USDS')
      calls.push(call(at(one.farm), 'assign(address,uint256)', at('ALM_PROXY'), 400_000n * wad))
    if (paid >= 0) {
      const week = (one.tot * BigInt(WEEK)) / BigInt(farmSpan)
      const finish = midnight(Math.min(paid, one.until)) + WEEK
      // the initial block is within the hour before the first midnight, and rewards accrue from then on
      const left = (week * BigInt(Math.max(0, finish - midnight(day) + HOUR))) / BigInt(WEEK)
      calls.push(call(at(one.farm), 'restore(uint256,uint256)', week / BigInt(WEEK), BigInt(finish)))
      calls.push(call(at('SPK'), 'settle(address,address,uint256)', at(one.farm), at('PAUSE_PROXY'), left))
      calls.push(call(at('SPK'), 'settle(address,address,uint256)', at('PAUSE_PROXY'), holders, remaining(day)))
    }
    return calls
  })
}

/** Sky's own SPK: 6.5 billion less what its vest has paid out. */
const remaining = (day: Day) =>
  6_500n * million -
  farms.reduce(
    (sum, { tot, until }) => sum + (lastPaid(day) < 0 ? 0n : accrued(tot, Math.min(lastPaid(day), until))),
    0n,
  )

export const claim = (day: Day): readonly Call[] =>
  [at('ALM_PROXY'), stakers].flatMap((account) =>
    farms
      .filter(({ farm }) => farm === 'USDS_SPK_FARM' || day < events.farmYank + 30)
      .map(({ farm }) => call(at(farm), 'getReward(address)', account)),
  )
