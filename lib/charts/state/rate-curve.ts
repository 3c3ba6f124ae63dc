import { inBoth } from '../../format/locale'
import { apyFromAnnualRate } from '../../math/compounding'
import { fixed, toDecimalString } from '../../math/fixed'
import { RAY } from '../../math/ray'
import type { SeriesSpec } from '../define/define-chart'
import { phrases } from '../words'
import { type AlignedSeries, floatsOf, KNOWN } from './aligned-series'
import type { ChartState, Mark } from './chart-state'
import { type CurveFigures, captionOf, shortPercent } from './rate-curve-caption'
import { type Curve, curveOf, type Rates, type Strategy, usageOf, usagesOf } from './rate-curve-rates'
import { type Closed, curveWords, type RateName } from './rate-curve-words'

export type RateCurveInput = Strategy & {
  /** Names the drawing, e.g. `USDC · Ethereum`. */
  readonly name: string
  /** Where the reserve stands; null where it is not known. */
  readonly utilization: string | null
  /** What keeps the reserve from being used, if anything does. */
  readonly closed?: Closed | null
  /** Whether a newer value of any of these could not be read. */
  readonly isStale?: boolean
  /** The contract's own yearly rate, or compounded each second of a year. */
  readonly rate: RateName
  readonly asOf: number
  readonly methodVersion: number
}

/** Every two per cent, with the kink and today between them. */
const STRIDES = 50

const ratioText = (ray: bigint): string => toDecimalString(fixed(ray, 27))

/** Rates at a utilisation as exact decimals, in the sense asked for. */
type Reading = { readonly usage: bigint; readonly borrow: string; readonly supply: string }

const readingsOf = (curve: Curve, now: bigint | null, rate: RateName): readonly Reading[] => {
  const written = (ray: bigint): string => ratioText(rate === 'APR' ? ray : apyFromAnnualRate(ray))
  return usagesOf(STRIDES, [curve.optimal, now]).map((usage): Reading => {
    const { borrow, supply }: Rates = curve.ratesAt(usage)
    return { usage, borrow: written(borrow), supply: written(supply) }
  })
}

const sides = [
  { key: 'borrow', colour: 'lend', dashed: false },
  { key: 'supply', colour: 'savings', dashed: true },
] as const

const seriesOf = (
  { key, colour, dashed }: (typeof sides)[number],
  readings: readonly Reading[],
  methodVersion: number,
): AlignedSeries => {
  const values = readings.map((reading) => reading[key])
  const spec: SeriesSpec = {
    key,
    name: inBoth((locale) => curveWords[locale][key]),
    of: { kind: 'plan', knots: [], at: () => '0' },
    mark: 'line',
    colour,
    class: 'onchain',
    chain: 'all',
    dashed,
    shown: true,
  }
  return {
    spec,
    class: 'onchain',
    values,
    floats: floatsOf(values),
    presence: new Uint8Array(values.length).fill(KNOWN),
    points: null,
    blocks: null,
    methodVersions: [methodVersion],
    stale: false,
    parts: null,
  }
}

const marksOf = (curve: Curve, now: bigint | null, optimal: string): readonly Mark[] => {
  const kink: Mark = {
    at: Number(ratioText(curve.optimal)),
    text: inBoth((locale) => curveWords[locale].kink(shortPercent(optimal, locale))),
    isToday: false,
  }
  if (now === null) return [kink]
  const text = inBoth((locale) => curveWords[locale].today(shortPercent(ratioText(now), locale)))
  return [kink, { at: Number(ratioText(now)), text, isToday: true }]
}

const figuresOf = (
  readings: readonly Reading[],
  { optimal }: Curve,
  now: bigint | null,
  rate: RateName,
): CurveFigures => {
  const at = (usage: bigint | null) => readings.find((reading) => reading.usage === usage)
  const current = at(now)
  return {
    usage: now === null ? null : ratioText(now),
    borrow: current?.borrow ?? '0',
    supply: current?.supply ?? '0',
    kink: ratioText(optimal),
    atKink: at(optimal)?.borrow ?? '0',
    highest: at(RAY)?.borrow ?? '0',
    rate,
  }
}

/** A kinked curve over utilisation; null where the parameters are none that a curve can have. */
export const rateCurveState = (input: RateCurveInput): ChartState | null => {
  const { name, rate, closed, isStale, methodVersion, asOf, optimal } = input
  const curve = curveOf(input)
  if (curve === null) return null
  const now = usageOf(input.utilization)
  const readings = readingsOf(curve, now, rate)
  const series = sides.map((side) => seriesOf(side, readings, methodVersion))
  const highest = Math.max(...series.flatMap(({ floats }) => [...floats]))
  const figures = figuresOf(readings, curve, now, rate)
  const isFlat = curve.base === 0n && curve.slope1 === 0n && curve.slope2 === 0n
  return {
    // drawn on a page, which names the network itself
    network: 'live',
    document: {
      slug: 'rate-curve',
      version: 1,
      title: inBoth((locale) => curveWords[locale].title(name)),
      what: inBoth((locale) => curveWords[locale].what(rate)),
      source: inBoth((locale) => curveWords[locale].source),
      unit: 'ratio',
    },
    scale: 'linear',
    x: { kind: 'ratio', from: 0, to: 1, title: inBoth((locale) => curveWords[locale].x) },
    yTitle: inBoth((locale) => curveWords[locale].y(rate)),
    asOf,
    past: false,
    instants: readings.map(({ usage }) => Number(ratioText(usage))),
    stored: [],
    every: 0,
    series,
    stacked: [],
    stack: null,
    lines: series,
    unnamed: new Set(),
    unread: [],
    missing: [],
    chainBlocks: new Map(),
    extent: [0, highest],
    empty: null,
    marks: marksOf(curve, now, optimal),
    current: now === null ? null : Number(ratioText(now)),
    notes: [
      ...(closed ? [inBoth((locale) => curveWords[locale].closed[closed])] : []),
      ...(isStale ? [inBoth((locale) => phrases[locale].stale(name))] : []),
      inBoth((locale) => curveWords[locale].note),
    ],
    caption: (locale) => captionOf(figures, isFlat, locale),
  }
}
