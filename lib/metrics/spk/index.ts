import type { Metric } from '../types'
import { awardProgress, awardTotal, unpaid } from './award-amounts'
import { awardRecipient } from './award-recipient'
import { awardTimes } from './award-times'
import { circulatingUnstaked } from './circulating-unstaked'
import { circulation } from './circulation'
import { claimed } from './claimed'
import { farmAward } from './farm-award'
import { farmEnd } from './farm-end'
import { farmRate } from './farm-rate'
import { farmStakes } from './farm-stakes'
import { farmStuck } from './farm-stuck'
import { granted } from './granted'
import { locked } from './locked'
import { planned } from './planned'
import { staked } from './staked'
import { totalSupply } from './total-supply'
import { unstaking } from './unstaking'
import { withdrawable } from './withdrawable'
import { yanked } from './yanked'

/** SPK: its supply, its plan, both vesting contracts, the farms and staking. */
export const spkMetrics: readonly Metric[] = [
  totalSupply,
  ...circulation,
  circulatingUnstaked,
  locked,
  planned,
  granted,
  awardTotal,
  ...awardTimes,
  awardRecipient,
  yanked,
  ...awardProgress,
  claimed,
  unpaid,
  farmRate,
  farmEnd,
  ...farmStakes,
  farmAward,
  farmStuck,
  staked,
  unstaking,
  withdrawable,
]
