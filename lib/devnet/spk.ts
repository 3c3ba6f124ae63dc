import type { Address } from 'viem'
import { ethereum } from '../chains/ethereum'
import { DAY } from '../format/time'
import { type Day, events, midnight } from './calendar'
import { type Call, call, callAs } from './calls'
import type { ChainSetup } from './chain-setup'
import { pathNamed, valueOn } from './path'
import { claim, farmSpan, farms, farmsFrom, holders, lastPaid, stakers, startFarms } from './spk-farms'
import { startTeamVest, teamClaims } from './spk-team-vest'
import { addressBook, placeTokens } from './tokens'

// SPK: the holders of its ten billion, the two vesting contracts with their awards (sky-ecosystem/spells-mainnet 2025-06-26 and
// 2026-01-15, sparkdotfi/spark-spells 20260212), both farms and stSPK.

const at = addressBook(ethereum)
const wad = 10n ** 18n
const million = 1_000_000n * wad

const staked = (day: Day) =>
  valueOn(438_000_000n * wad, pathNamed('stSPK', 0.12, { deviation: 0.04, residual: 0.002 }), Math.max(0, day))
const leaving = (epoch: number) =>
  valueOn(18n * million, pathNamed('stSPK leaving', 0.4, { deviation: 0.5, residual: 0.3 }), epoch * 14)
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

const stakeOn = (day: Day): readonly Call[] => {
  const epoch = epochOf(day)
  const total = staked(day) + leaving(epoch) + leaving(epoch + 1)
  return [
    call(at('STSPK'), 'stake(address,uint256)', stakers, staked(day)),
    call(at('STSPK'), 'setWithdrawals(uint256,uint256)', BigInt(epoch), leaving(epoch)),
    call(at('STSPK'), 'setWithdrawals(uint256,uint256)', BigInt(epoch + 1), leaving(epoch + 1)),
    // matured withdrawals that were not claimed stay in the vault
    call(at('SPK'), 'settle(address,address,uint256)', at('STSPK'), holders, total + 1_297_744n * wad),
  ]
}

export const setUpSpk = (setup: ChainSetup): void => {
  const { from } = setup
  const tokens = [
    ...placeTokens(setup, ethereum, ['SPK'], 'SpkToken'),
    ...placeTokens(setup, ethereum, ['STSPK'], 'StakedSpk'),
    ...placeTokens(setup, ethereum, ['LOCKSTAKE_SKY']),
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
    setup.place(at(key), code)
  const given = allocations.reduce((sum, [, amount]) => sum + amount, 6_500n * million)
  const mint = (account: Address, amount: bigint) => call(at('SPK'), 'grant(address,uint256)', account, amount)
  const approval = (vest: string) => call(at('SPK'), 'approve(address,uint256)', at(vest), 3_250n * million)
  const vest = 'open(address,address,uint256,address)'
  setup.initial.push([
    ...tokens,
    mint(at('PAUSE_PROXY'), 6_500n * million),
    ...allocations.map(([key, amount]) => mint(at(key), amount)),
    mint(holders, 10_000n * million - given),
    call(at('SPK'), 'rely(address)', at('SPARK_PROXY')),
    callAs(at('PAUSE_PROXY'), approval('MCD_VEST_SPK_TREASURY')),
    callAs(at('SPARK_PROXY'), call(at('SPK'), 'approve(address,uint256)', at('DSS_VEST'), 1_200n * million)),
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
  setup.daily.push((day) => {
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
