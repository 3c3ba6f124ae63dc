import { WAD } from './ray'
import { type Award, unlocked } from './vesting'

/**
 * How SPK was planned to be released, in closed form. Times are unix seconds, amounts wei of SPK, and a year is 365 days, as
 * in the contracts. Sky's part: Spark's launch documentation and, since January 2026, Sky Atlas A.2.8.2.2.2.1.2.2.2; the
 * team's: DssVest award 1 (spark-spells 20260212); the ecosystem's: Spark's launch announcement.
 */
export const YEAR = 31_536_000
/** Token generation: 2025-06-17 08:00 UTC. */
export const LAUNCH = 1_750_147_200
/** The first anniversary: the team's cliff, and when the ecosystem's remaining 6 % follow. */
export const CLIFF = LAUNCH + YEAR

const million = 1_000_000n * WAD

/** Everything that was minted at launch. */
export const GENESIS_SUPPLY = 10_000n * million

/** A part of a plan: an award that no one need claim. */
export type Tranche = Omit<Award, 'rxd'>

const from = (start: number, years: number, tot: bigint, cliff = 0): Tranche => ({
  bgn: start,
  clf: start + cliff,
  fin: start + years * YEAR,
  tot,
})

/** Sky's part year by year, in thousandths of a million: a quarter of 6.5 billion a year, halved every two years, level at the end. */
const thousandths = [
  1_625_000n,
  1_625_000n,
  812_500n,
  812_500n,
  406_250n,
  406_250n,
  203_125n,
  203_125n,
  203_125n,
  203_125n,
]

const farmed = (tenths: bigint): readonly Tranche[] =>
  thousandths.map((amount, year) => from(LAUNCH + year * YEAR, 1, (amount * tenths * million) / 10_000n))

const atLaunch = from(LAUNCH, 0, 1_700n * million)
const tail = 600n * million

const spkPlan = {
  /** As published at launch: 6.5 billion over ten years, to USDS users and SKY stakers. */
  SKY_ARTICLE: farmed(10n),
  /** As the Atlas has it since January 2026: seven tenths of it, to USDS users alone; the rest is reserved. */
  SKY_ATLAS: farmed(7n),
  /** 1.2 billion in a straight line over four years, nothing before the first is over: a quarter then, the rest over three. */
  TEAM: [from(LAUNCH, 4, 1_200n * million, YEAR)],
  /** 17 % of the supply at launch, and 6 % at once a year later: the earliest reading. */
  ECOSYSTEM: [atLaunch, from(CLIFF, 0, tail)],
  /** The same with the 6 % in a straight line over the 36 months that follow: the slowest reading. */
  ECOSYSTEM_36M: [atLaunch, from(CLIFF, 3, tail)],
} as const satisfies Readonly<Record<string, readonly Tranche[]>>

export type Bucket = keyof typeof spkPlan

export const buckets = Object.keys(spkPlan) as readonly Bucket[] // safe: the keys of the constant above

/** What the plan has released by `now`, in wei of SPK. */
export function plannedBy(bucket: Bucket, now: number): bigint {
  return spkPlan[bucket].reduce((sum, tranche) => sum + unlocked(tranche, now), 0n)
}

/** All that the plan ever releases. */
export const plannedTotal = (bucket: Bucket): bigint => spkPlan[bucket].reduce((sum, { tot }) => sum + tot, 0n)

/** Instants between which a plan is straight, ascending; it jumps at those that have the second before them listed as well. */
export function knotsOf(bucket: Bucket): readonly number[] {
  const knots = spkPlan[bucket].flatMap(({ bgn, clf, fin }) => {
    const times = [Number(bgn), Number(clf), Number(fin)]
    const jumps = Number(clf) > Number(bgn) || Number(fin) === Number(bgn)
    return jumps && Number(clf) > LAUNCH ? [...times, Number(clf) - 1] : times
  })
  return [...new Set(knots)].sort((a, b) => a - b)
}

export type PlanYear = {
  /** 1 to 10. */
  readonly year: number
  /** Unix seconds: the year's first second, and the next year's. */
  readonly from: number
  readonly to: number
  readonly released: bigint
  readonly cumulative: bigint
}

/** Sky's ten-year table: what each year releases, and what all up to it have. */
export const planYears = (bucket: 'SKY_ARTICLE' | 'SKY_ATLAS'): readonly PlanYear[] =>
  spkPlan[bucket].map(({ bgn, fin, tot }, index) => ({
    year: index + 1,
    from: Number(bgn),
    to: Number(fin),
    released: tot,
    cumulative: plannedBy(bucket, Number(fin)),
  }))
