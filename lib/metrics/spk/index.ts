import type { Metric } from '../types'
import { awardBegin } from './award-begin'
import { awardCliff } from './award-cliff'
import { awardEnd } from './award-end'
import { awardTotal } from './award-total'
import { circulating } from './circulating'
import { circulatingUnstaked } from './circulating-unstaked'
import { circulatingWide } from './circulating-wide'
import { claimed } from './claimed'
import { distributed } from './distributed'
import { farmEnd } from './farm-end'
import { farmRate } from './farm-rate'
import { farmStaked } from './farm-staked'
import { farmStakedSpark } from './farm-staked-spark'
import { granted } from './granted'
import { locked } from './locked'
import { planned } from './planned'
import { staked } from './staked'
import { stream } from './stream'
import { totalSupply } from './total-supply'
import { unlocked } from './unlocked'
import { unpaid } from './unpaid'
import { unstaking } from './unstaking'
import { withdrawable } from './withdrawable'
import { yanked } from './yanked'

/** SPK: its supply, its plan, both vesting contracts, the farms and staking. */
export const spkMetrics: readonly Metric[] = [
  totalSupply,
  circulating,
  circulatingWide,
  circulatingUnstaked,
  locked,
  planned,
  granted,
  awardTotal,
  awardBegin,
  awardCliff,
  awardEnd,
  yanked,
  stream,
  unlocked,
  distributed,
  claimed,
  unpaid,
  farmRate,
  farmEnd,
  farmStaked,
  farmStakedSpark,
  staked,
  unstaking,
  withdrawable,
]
