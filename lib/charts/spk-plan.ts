import { fixed, toDecimalString } from '../math/fixed'
import { type Bucket, GENESIS_SUPPLY as GENESIS_WEI, knotsOf, LAUNCH, plannedBy, YEAR } from '../math/spk-plan'

export { CLIFF, LAUNCH, YEAR } from '../math/spk-plan'

export const PLAN_END = LAUNCH + 10 * YEAR

const spk = (wei: bigint): string => toDecimalString(fixed(wei, 18))

/** Everything that was minted at launch, in whole SPK. */
export const GENESIS_SUPPLY = spk(GENESIS_WEI)

/** Straight between its knots; `at` gives whole SPK as an exact decimal. */
export type Plan = { readonly knots: readonly number[]; at(t: number): string }

const planOf = (bucket: Bucket): Plan => ({ knots: knotsOf(bucket), at: (t) => spk(plannedBy(bucket, Math.floor(t))) })

/** SPK's planned release by bucket, as lib/math has it, in the form charts draw. */
export const spkPlans: Readonly<Record<Bucket, Plan>> = {
  SKY_ARTICLE: planOf('SKY_ARTICLE'),
  SKY_ATLAS: planOf('SKY_ATLAS'),
  TEAM: planOf('TEAM'),
  ECOSYSTEM: planOf('ECOSYSTEM'),
  ECOSYSTEM_36M: planOf('ECOSYSTEM_36M'),
}
