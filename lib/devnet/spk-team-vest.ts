import { ethereum } from '../chains/ethereum'
import { type Day, events, midnight } from './calendar'
import { type Call, call } from './calls'
import { awardType } from './spk-farms'
import { addressBook } from './tokens'

// The vesting contract of Spark's team and its award.

const at = addressBook(ethereum)
const million = 1_000_000n * 10n ** 18n

const teamAward = {
  usr: at('SPK_VEST_MULTISIG'),
  bgn: 1_750_147_200,
  clf: 1_781_683_200,
  fin: 1_876_291_200,
  mgr: at('SPARK_PROXY'),
  res: 0,
  tot: 1_200n * million,
}
const teamVested = (day: Day) =>
  midnight(day) < teamAward.clf
    ? 0n
    : (teamAward.tot * BigInt(midnight(day) - teamAward.bgn)) / BigInt(teamAward.fin - teamAward.bgn)
/** The team's multisig draws what has vested once a quarter, from the first month after the cliff on. */
export const teamClaims = (day: Day) => day >= 411 && (day - 411) % 91 === 0
const lastTeamClaim = (day: Day) => (day < 411 ? -1 : day - ((day - 411) % 91))

export const startTeamVest = (day: Day): readonly Call[] => {
  const claimed = lastTeamClaim(day)
  const rxd = day === events.teamVest || claimed < 0 || claimed === day ? 0n : teamVested(claimed)
  return [
    call(at('DSS_VEST'), awardType, { ...teamAward, rxd }),
    ...(rxd > 0n
      ? [call(at('SPK'), 'settle(address,address,uint256)', at('SPK_VEST_MULTISIG'), at('SPARK_PROXY'), rxd)]
      : []),
  ]
}
