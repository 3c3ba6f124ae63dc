import { divide, fixed, toDecimalString } from '../math/fixed'

/**
 * SPK's planned release in closed form, straight between its knots. Times are unix seconds, years are 365 days, amounts are
 * whole SPK. Sky's share: Sky Atlas A.2.8.2.2.2.1.2.2.2 and Spark's own launch page; team: DssVest id 1; ecosystem: launch posts.
 */
export const YEAR = 31_536_000
/** Token generation: 2025-06-17 08:00 UTC. */
export const LAUNCH = 1_750_147_200
export const CLIFF = LAUNCH + YEAR
export const PLAN_END = LAUNCH + 10 * YEAR
/** Everything that was ever minted. */
export const GENESIS_SUPPLY = '10000000000'

type Knot = { readonly t: number; readonly spk: bigint }
export type Plan = { readonly knots: readonly number[]; at(t: number): string }

/** Amounts of knots are in thousandths of an SPK. */
const MILLI = 1_000n

/** Straight from knot to knot, 0 before the first and level after the last; where two share an instant it jumps there. */
const planOf = (knots: readonly Knot[]): Plan => ({
  knots: knots.map(({ t }) => t),
  at(t) {
    const next = knots.findIndex((knot) => knot.t > t)
    const before = next === -1 ? knots.at(-1) : knots[next - 1]
    const after = knots[next]
    if (before === undefined) return '0'
    if (after === undefined) return toDecimalString(fixed(before.spk, 3))
    const grown = fixed((after.spk - before.spk) * BigInt(t - before.t), 3)
    const risen = divide(grown, fixed(BigInt(after.t - before.t), 0), 18)
    return toDecimalString(fixed(before.spk * 10n ** 15n + risen.raw, 18))
  },
})

/** SPK a year to those who farm with USDS or stake SKY, in thousands. */
const FARMED = [1_625_000n, 1_625_000n, 812_500n, 812_500n, 406_250n, 406_250n, 203_125n, 203_125n, 203_125n, 203_125n]

const farmed = (tenths: bigint): Plan => {
  let spk = 0n
  const years = FARMED.map((thousands, year) => {
    spk += (thousands * 1_000n * MILLI * tenths) / 10n
    return { t: LAUNCH + (year + 1) * YEAR, spk }
  })
  return planOf([{ t: LAUNCH, spk: 0n }, ...years])
}

const million = (n: bigint): bigint => n * 1_000_000n * MILLI

export const spkPlans = {
  /** As published at launch: 6.5 billion over ten years. */
  SKY_ARTICLE: farmed(10n),
  /** As the Atlas has it since January 2026: seven tenths of it, for USDS alone. */
  SKY_ATLAS: farmed(7n),
  /** Nothing for a year, then a quarter at once, the rest over three more years. */
  TEAM: planOf([
    { t: LAUNCH, spk: 0n },
    { t: CLIFF - 1, spk: 0n },
    { t: CLIFF, spk: million(300n) },
    { t: LAUNCH + 4 * YEAR, spk: million(1_200n) },
  ]),
  /** 17 % of the supply at launch, 6 % at once after a year: the earliest reading. */
  ECOSYSTEM: planOf([
    { t: LAUNCH, spk: million(1_700n) },
    { t: CLIFF - 1, spk: million(1_700n) },
    { t: CLIFF, spk: million(2_300n) },
  ]),
  /** The same with the 6 % spread over three years: the slowest reading. */
  ECOSYSTEM_36M: planOf([
    { t: LAUNCH, spk: million(1_700n) },
    { t: CLIFF, spk: million(1_700n) },
    { t: LAUNCH + 4 * YEAR, spk: million(2_300n) },
  ]),
} as const
