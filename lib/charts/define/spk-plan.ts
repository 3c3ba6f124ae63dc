import { fixed, toDecimalString } from '../../math/fixed'
import { type Bucket, CLIFF, GENESIS_SUPPLY, knotsOf, LAUNCH, plannedBy, YEAR } from '../../math/spk-plan'
import type { Bar } from './define-chart'

/** The planned release of SPK as charts take it: exact decimals of whole SPK, straight between knots. Times in unix seconds. */
export type Plan = { readonly knots: readonly number[]; at(t: number): string }

const spk = (wei: bigint): string => toDecimalString(fixed(wei, 18))

/** Buckets taken together, less others. */
const planOf = (plus: readonly Bucket[], less: readonly Bucket[] = []): Plan => {
  const sum = (buckets: readonly Bucket[], t: number) => buckets.reduce((all, each) => all + plannedBy(each, t), 0n)
  return { knots: [...plus, ...less].flatMap(knotsOf), at: (t) => spk(sum(plus, t) - sum(less, t)) }
}

export const spkPlans: Readonly<Record<Bucket, Plan>> = {
  SKY_ARTICLE: planOf(['SKY_ARTICLE']),
  SKY_ATLAS: planOf(['SKY_ATLAS']),
  TEAM: planOf(['TEAM']),
  ECOSYSTEM: planOf(['ECOSYSTEM']),
  ECOSYSTEM_36M: planOf(['ECOSYSTEM_36M']),
}

/** Everything planned to be out by a time, in the slowest and in the earliest reading. */
const everything = (ecosystem: Bucket): Plan => planOf(['SKY_ARTICLE', 'TEAM', ecosystem])
export const [slowest, earliest] = [everything('ECOSYSTEM_36M'), everything('ECOSYSTEM')]

/** What a year of 365 days since the launch releases; what is released at the launch itself belongs to the first. */
const yearsOf = (by: (t: number) => bigint): readonly Bar[] =>
  Array.from({ length: 10 }, (_, year): Bar => {
    const [from, to] = [LAUNCH + year * YEAR, LAUNCH + (year + 1) * YEAR]
    return { from, to, value: spk(year === 0 ? by(to) : by(to) - by(from)) }
  })

/** The 600 M that no source dates, as if at once. */
const tailBy = (t: number): bigint => plannedBy('ECOSYSTEM', t) - plannedBy('ECOSYSTEM', Math.min(t, CLIFF - 1))

/** The buckets of the plan, each by the number that it is; what two numbers differ by has a name of its own. */
export const spkBuckets = [
  {
    name: 'sky',
    id: 'spk.planned:ethereum:SKY_ARTICLE',
    plan: spkPlans.SKY_ARTICLE,
    years: yearsOf((t) => plannedBy('SKY_ARTICLE', t)),
    drawn: { colour: 'spk', hatched: false },
  },
  {
    name: 'team',
    id: 'spk.planned:ethereum:TEAM',
    plan: spkPlans.TEAM,
    years: yearsOf((t) => plannedBy('TEAM', t)),
    drawn: { colour: 'c7', hatched: false },
  },
  {
    name: 'ecosystem',
    id: 'spk.planned:ethereum:ECOSYSTEM_36M',
    plan: spkPlans.ECOSYSTEM_36M,
    years: yearsOf((t) => plannedBy('ECOSYSTEM', t) - tailBy(t)),
    drawn: { colour: 'c3', hatched: false },
  },
  {
    // what the earliest reading has more than the slowest: 600 M after the first year, 0 after the fourth
    name: 'tail',
    id: 'plan-tail',
    plan: planOf(['ECOSYSTEM'], ['ECOSYSTEM_36M']),
    years: yearsOf(tailBy),
    drawn: { colour: 'c3', hatched: true },
  },
] as const

/** Sky's part as the Atlas has it since January 2026. */
export const atlasPlan = { id: 'spk.planned:ethereum:SKY_ATLAS', plan: spkPlans.SKY_ATLAS } as const

export const PLAN_END = LAUNCH + 10 * YEAR
export const genesisSupply = spk(GENESIS_SUPPLY)

export { CLIFF, LAUNCH, YEAR }
