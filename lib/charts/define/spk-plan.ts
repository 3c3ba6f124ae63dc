import { fixed, toDecimalString } from '../../math/fixed'
import { type Bucket, CLIFF, GENESIS_SUPPLY, knotsOf, LAUNCH, plannedBy, YEAR } from '../../math/spk-plan'

/** The planned release of SPK as charts take it: exact decimals of whole SPK, straight between knots. Times in unix seconds. */
export type Plan = { readonly knots: readonly number[]; at(t: number): string }

const spk = (wei: bigint): string => toDecimalString(fixed(wei, 18))

const planOf = (bucket: Bucket): Plan => ({ knots: knotsOf(bucket), at: (t) => spk(plannedBy(bucket, t)) })

export const spkPlans: Readonly<Record<Bucket, Plan>> = {
  SKY_ARTICLE: planOf('SKY_ARTICLE'),
  SKY_ATLAS: planOf('SKY_ATLAS'),
  TEAM: planOf('TEAM'),
  ECOSYSTEM: planOf('ECOSYSTEM'),
  ECOSYSTEM_36M: planOf('ECOSYSTEM_36M'),
}

export const PLAN_END = LAUNCH + 10 * YEAR
export const genesisSupply = spk(GENESIS_SUPPLY)

export { CLIFF, LAUNCH, YEAR }
