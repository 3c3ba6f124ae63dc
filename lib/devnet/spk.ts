import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { DAY, HOUR, WEEK } from '../format/time'
import { type Day, events, midnight } from './calendar'
import { as, type Call, call } from './calls'
import { along, pathNamed } from './path'
import type { Stage } from './stage'
import { addressBook, placeTokens } from './tokens'

// SPK: where its ten billion lie, the two vesting contracts with their awards (sky-ecosystem/spells-mainnet 2025-06-26 and
// 2026-01-15, sparkdotfi/spark-spells 20260212), both farms and stSPK.

const at = addressBook(ethereum)
const wad = 10n ** 18n
const million = 1_000_000n * wad

const farmsFrom: Day = 30 // 2025-07-01: the spell of 2025-06-26 could be cast from 2025-06-30T14:00Z
const farmBegin = 1_750_687_200
const farmSpan = 63_072_000

type Farm = {
  readonly id: bigint
  readonly tot: bigint
  readonly farm: string
  readonly dist: string
  readonly staking: string
  readonly until: Day
}
const farms: readonly Farm[] = [
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
const lastPaid = (day: Day) => (day < farmsFrom ? -1 : day - ((day - farmsFrom) % 7))

/** Who is nobody in particular: holders, stakers of USDS, of locked SKY. */
const holders: Address = '0x5b4de5000000000000000000000000000000000a'
const stakers: Address = '0x57a4e5000000000000000000000000000000000a'
/** Took their rewards before the network began. */
const stakedBefore = { USDS: 520_000_000n * wad, LOCKSTAKE_SKY: 6_200_000_000n * wad } as const

const staked = (day: Day) =>
  along(438_000_000n * wad, pathNamed('stSPK', 0.12, { stray: 0.04, calm: 0.002 }), Math.max(0, day))
const leaving = (epoch: number) =>
  along(18n * million, pathNamed('stSPK leaving', 0.4, { stray: 0.5, calm: 0.3 }), epoch * 14)
/** stSPK's first epoch began with its deployment, 2025-06-13. */
const epochStart = Date.UTC(2025, 5, 13) / 1000
const epochOf = (day: Day) => Math.floor((midnight(day) - epochStart) / (14 * DAY))
const stakingFrom: Day = 13

const allocations: readonly (readonly [string, bigint])[] = [
  ['SPARK_PROXY', 1_200n * million],
  ['SPARK_FOUNDATION_MULTISIG', 700n * million],
  ['SPARK_ASSET_FOUNDATION_MULTISIG', 250n * million],
  ['SPARK_LONG_TERM_TREASURY_MULTISIG', 200n * million],
  ['SPARK_MID_TERM_TREASURY_MULTISIG', 120n * million],
  ['SPARK_REWARDS_MULTISIG', 60n * million],
  ['SPK_COMPANY_MULTISIG', 20n * million],
  ['ALM_PROXY', 3n * million],
]

const teamAward = {
  usr: at('SPK_VEST_MULTISIG'),
  bgn: 1_750_147_200,
  clf: 1_781_683_200,
  fin: 1_876_291_200,
  mgr: at('SPARK_PROXY'),
  res: 0,
  tot: 1_200n * million,
}
const awardType = 'create((address usr,uint48 bgn,uint48 clf,uint48 fin,address mgr,uint8 res,uint128 tot,uint128 rxd))'
const teamVested = (day: Day) =>
  midnight(day) < teamAward.clf
    ? 0n
    : (teamAward.tot * BigInt(midnight(day) - teamAward.bgn)) / BigInt(teamAward.fin - teamAward.bgn)
/** The team's multisig draws what has vested once a quarter, from the first month after the cliff on. */
const teamClaims = (day: Day) => day >= 411 && (day - 411) % 91 === 0
const lastTeamClaim = (day: Day) => (day < 411 ? -1 : day - ((day - 411) % 91))

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

/** Awards and farms as they stand: on the day they began, or with what was paid before the first day shown. */
const startFarms = (day: Day): readonly Call[] => {
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
      // the opening lies within the hour before the first midnight, and drips from then on
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

const stakeOn = (day: Day): readonly Call[] => {
  const epoch = epochOf(day)
  const total = staked(day) + leaving(epoch) + leaving(epoch + 1)
  return [
    call(at('STSPK'), 'stake(address,uint256)', stakers, staked(day)),
    call(at('STSPK'), 'setWithdrawals(uint256,uint256)', BigInt(epoch), leaving(epoch)),
    call(at('STSPK'), 'setWithdrawals(uint256,uint256)', BigInt(epoch + 1), leaving(epoch + 1)),
    // what has matured and nobody fetched stays in the vault
    call(at('SPK'), 'settle(address,address,uint256)', at('STSPK'), holders, total + 1_297_744n * wad),
  ]
}

const startTeamVest = (day: Day): readonly Call[] => {
  const claimed = lastTeamClaim(day)
  const rxd = day === events.teamVest || claimed < 0 || claimed === day ? 0n : teamVested(claimed)
  return [
    call(at('DSS_VEST'), awardType, { ...teamAward, rxd }),
    ...(rxd > 0n
      ? [call(at('SPK'), 'settle(address,address,uint256)', at('SPK_VEST_MULTISIG'), at('SPARK_PROXY'), rxd)]
      : []),
  ]
}

const claim = (day: Day): readonly Call[] =>
  [at('ALM_PROXY'), stakers].flatMap((account) =>
    farms
      .filter(({ farm }) => farm === 'USDS_SPK_FARM' || day < events.farmYank + 30)
      .map(({ farm }) => call(at(farm), 'getReward(address)', account)),
  )

export const stageSpk = (stage: Stage): void => {
  const { from } = stage
  const tokens = [
    ...placeTokens(stage, ethereum, ['SPK'], 'SpkToken'),
    ...placeTokens(stage, ethereum, ['STSPK'], 'StakedSpk'),
    ...placeTokens(stage, ethereum, ['LOCKSTAKE_SKY']),
  ]
  for (const [key, code] of [
    ['DSS_VEST', 'DssVest'],
    ['MCD_VEST_SPK_TREASURY', 'DssVest'],
    ['USDS_SPK_FARM', 'StakingRewards'],
    ['REWARDS_LSSKY_SPK', 'StakingRewards'],
    ['REWARDS_DIST_USDS_SPK', 'VestedRewardsDistribution'],
    ['REWARDS_DIST_LSSKY_SPK', 'VestedRewardsDistribution'],
    ['PAUSE_PROXY', 'Actor'],
  ] as const)
    stage.place(at(key), code)
  const given = allocations.reduce((sum, [, amount]) => sum + amount, 6_500n * million)
  const mint = (account: Address, amount: bigint) => call(at('SPK'), 'grant(address,uint256)', account, amount)
  const approval = (vest: string) => call(at('SPK'), 'approve(address,uint256)', at(vest), 3_250n * million)
  const vest = 'open(address,address,uint256,address)'
  stage.opening.push([
    ...tokens,
    mint(at('PAUSE_PROXY'), 6_500n * million),
    ...allocations.map(([key, amount]) => mint(at(key), amount)),
    mint(holders, 10_000n * million - given),
    call(at('SPK'), 'rely(address)', at('SPARK_PROXY')),
    as(at('PAUSE_PROXY'), approval('MCD_VEST_SPK_TREASURY')),
    as(at('SPARK_PROXY'), call(at('SPK'), 'approve(address,uint256)', at('DSS_VEST'), 1_200n * million)),
    call(
      at('MCD_VEST_SPK_TREASURY'),
      vest,
      at('PAUSE_PROXY'),
      at('SPK'),
      (2_502n * million + million / 2n) / BigInt(farmSpan),
      at('PAUSE_PROXY'),
    ),
    call(at('DSS_VEST'), vest, at('SPARK_PROXY'), at('SPK'), (1_200n * million) / 126_144_000n, at('SPARK_PROXY')),
    call(at('STSPK'), 'open(address,uint48)', at('SPK'), epochStart),
    ...(from >= farmsFrom ? startFarms(from) : []),
    ...(from >= events.teamVest ? startTeamVest(from) : []),
    ...(from >= stakingFrom ? stakeOn(from) : []),
  ])
  stage.daily.push((day) => {
    const live = farms.filter(({ until }) => day <= until + 6)
    return [
      ...(day === farmsFrom && day > from ? startFarms(day) : []),
      ...(day === events.farmYank && day > from ? [call(at('MCD_VEST_SPK_TREASURY'), 'yank(uint256)', 2n)] : []),
      ...(day >= farmsFrom && lastPaid(day) === day ? live.map(({ dist }) => call(at(dist), 'distribute()')) : []),
      ...(day > farmsFrom && day % 7 === 5 ? claim(day) : []),
      ...(day === events.teamVest && day > from ? startTeamVest(day) : []),
      ...(teamClaims(day) ? [call(at('DSS_VEST'), 'vest(uint256)', 1n)] : []),
      ...(day >= stakingFrom && day % 2 === 0 ? stakeOn(day) : []),
    ]
  })
}
