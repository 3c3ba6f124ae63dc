import { formatPercent, type Locale } from '../../format/number'
import { apyFromAnnualRate } from '../../math/compounding'
import { fixed, toDecimalString } from '../../math/fixed'
import { RAY } from '../../math/ray'
import type { Colour } from '../../products/colours'
import { axisLabels } from '../layout/axis-labels'
import type { Box, Column, Frame, Layer, Model } from '../layout/chart-layout'
import { LABEL_SIZE } from '../layout/end-labels'
import { linePath, roundPixel } from '../layout/path'
import { notesBeside, notesOver } from '../layout/rate-curve-marks'
import { spreadLabels } from '../layout/spread-labels'
import { textWidth } from '../layout/text-width'
import { linearDomain } from '../layout/tick-step'
import { tickRow } from '../layout/x-scale'
import { says } from '../words'
import { curveOf, type Rates, type Strategy, usageOf, usagesOf } from './rate-curve-rates'
import { type Closed, curveWords, type RateName, type Said } from './rate-curve-words'

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
  readonly locale: Locale
  readonly frame: Frame
}

/** Every two per cent, with the kink and today between them. */
const STRIDES = 50
/** Of the ordinate's title, above everything else. */
const HEAD = 18

const ratioText = (ray: bigint): string => toDecimalString(fixed(ray, 27))
/** Whole per cents without their zeros, as most kinks are. */
const shortPercent = (ratio: string, locale: Locale): string =>
  formatPercent(ratio, locale).replace(/\.00(?=\u00a0)/, '')

/** Rates as exact decimals, in the sense asked for. */
type Reading = { readonly usage: bigint; readonly borrow: string; readonly supply: string }

type Line = Pick<Layer, 'key' | 'dashed'> & {
  readonly name: string
  readonly colour: Colour
  readonly of: (each: Reading) => string
}

const captionOf = (now: Reading | undefined, kink: bigint, isFlat: boolean, said: Said, locale: Locale): string => {
  const say = curveWords[locale]
  if (isFlat) return say.flat
  if (now === undefined) return say.unknown(said)
  if (now.usage === 0n) return say.idle(said)
  if (now.usage === RAY) return say.full(said)
  return now.usage > kink ? say.above(said) : say.below(said)
}

/** A kinked curve over utilisation, for the painter of all other charts; null where the parameters are none that a curve can have. */
export const rateCurveModel = (input: RateCurveInput): Model | null => {
  const { locale, frame, name, rate } = input
  const say = curveWords[locale]
  const percent = (ratio: string): string => formatPercent(ratio, locale)
  const curve = curveOf(input)
  if (curve === null) return null
  const now = usageOf(input.utilization)
  const written = (ray: bigint): string => ratioText(rate === 'APR' ? ray : apyFromAnnualRate(ray))
  const readings = usagesOf(STRIDES, [curve.optimal, now]).map((usage): Reading => {
    const { borrow, supply }: Rates = curve.ratesAt(usage)
    return { usage, borrow: written(borrow), supply: written(supply) }
  })
  const at = (usage: bigint | null) => readings.find((each) => each.usage === usage)
  const [standing, atKink, ends] = [at(now), at(curve.optimal), at(RAY)]
  const lines = [
    { key: 'borrow', name: say.borrow, colour: 'lend', dashed: false, of: (each: Reading) => each.borrow },
    { key: 'supply', name: say.supply, colour: 'savings', dashed: true, of: (each: Reading) => each.supply },
  ] as const satisfies readonly Line[]
  const ending = (line: Line): string => (ends === undefined ? '0' : line.of(ends))

  const highest = Math.max(...readings.flatMap(({ borrow, supply }) => [Number(borrow), Number(supply)]))
  const domain = linearDomain(0, highest, frame.narrow ? 4 : 5, true)
  const yLabels = axisLabels(domain, { unit: 'ratio', scale: 'linear', locale })
  const named = lines.map(
    (line) => textWidth(line.name, LABEL_SIZE, 'semibold') + textWidth(` ${percent(ending(line))}`, LABEL_SIZE),
  )
  const left = Math.ceil(Math.max(...yLabels.map((label) => textWidth(label, LABEL_SIZE)))) + 8
  const right = frame.width - (frame.narrow ? 14 : Math.ceil(Math.max(...named)) + 12)
  const x = (usage: bigint): number => left + Number(ratioText(usage)) * (right - left)
  const kink = shortPercent(input.optimal, locale)
  const marks = [
    { usage: curve.optimal, text: say.kink(kink), today: false },
    ...(now === null ? [] : [{ usage: now, text: say.today(shortPercent(ratioText(now), locale)), today: true }]),
  ].map((mark) => ({ ...mark, x: roundPixel(x(mark.usage)) }))
  const { notes, top } = notesOver(marks, left, right, HEAD)
  const plot: Box = { left, top, right, bottom: frame.height - (frame.narrow ? 64 : 42) }
  const y = (ratio: string): number => plot.bottom - (Number(ratio) / domain.max) * (plot.bottom - plot.top)

  const layers = lines.toReversed().map(({ key, colour, dashed, of }): Layer => {
    const run = readings.flatMap((each) => [x(each.usage), y(of(each))])
    const shape = { d: linePath([run], 'line'), dots: [], runs: [run] }
    return { key, colour, mark: 'line', ...shape, dashed, hatched: false, quiet: false }
  })
  const wanted = lines.map((line) => y(ending(line)))
  const heights = spreadLabels(wanted, 15, plot.top, plot.bottom) ?? wanted
  const isFlat = curve.base === 0n && curve.slope1 === 0n && curve.slope2 === 0n
  const said: Said = {
    usage: percent(ratioText(now ?? 0n)),
    borrow: percent(standing?.borrow ?? '0'),
    supply: percent(standing?.supply ?? '0'),
    kink,
    atKink: percent(atKink?.borrow ?? '0'),
    highest: percent(ends?.borrow ?? '0'),
    rate,
  }
  return {
    slug: 'rate-curve',
    version: 1,
    locale,
    title: say.title(name),
    what: say.what(rate),
    caption: captionOf(standing, curve.optimal, isFlat, said, locale),
    notes: [
      ...(input.closed ? [say.closed[input.closed]] : []),
      ...(input.isStale ? [says[locale].stale(name)] : []),
      say.note,
    ],
    frame,
    plot,
    x: {
      kind: 'ratio',
      from: 0,
      to: 1,
      ticks: tickRow(
        (frame.narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]).map((value) => ({
          value,
          at: roundPixel(left + value * (right - left)),
          label: `${Math.round(value * 100)}\u00a0%`,
        })),
        frame.width,
      ),
      title: say.x,
    },
    y: {
      scale: 'linear',
      min: 0,
      max: domain.max,
      ticks: domain.ticks.map((value, i) => ({
        value,
        at: roundPixel(y(String(value))),
        label: yLabels[i] ?? '',
        anchor: 'end' as const,
      })),
      unit: 'ratio',
      title: say.y(rate),
      zero: plot.bottom,
    },
    layers,
    gaps: [],
    events: marks.map(({ usage, text, today, x: px }, i) => ({
      x: px,
      t: Number(ratioText(usage)),
      text,
      today,
      note: notes[i] ?? { x: px, y: top, text: '', anchor: 'start' },
    })),
    points: standing === undefined ? [] : pointsOf(standing),
    labels: (frame.narrow ? [] : lines).map((line, i) => ({
      key: line.key,
      name: line.name,
      value: percent(ending(line)),
      colour: line.colour,
      x: plot.right + 8,
      anchor: 'start' as const,
      y: heights[i] ?? 0,
      from: wanted[i] ?? 0,
    })),
    legend: (frame.narrow ? lines : []).map(({ key, name: word, colour, dashed }, i) => ({
      key,
      name: word,
      value: '',
      colour,
      mark: 'line',
      dashed,
      hatched: false,
      x: 2 + i * 90,
      y: frame.height - 6,
    })),
    empty: null,
    classes: ['onchain'],
    asOf: { t: input.asOf, text: says[locale].asOf(input.asOf) },
    method: says[locale].method(String(input.methodVersion)),
    source: say.source,
    data: {
      instants: readings.map(({ usage }) => Number(ratioText(usage))),
      columns: lines.map(
        ({ key, name: word, colour, dashed, of }): Column => ({
          key,
          name: word,
          colour,
          mark: 'line',
          dashed,
          hatched: false,
          quiet: false,
          chain: 'all',
          class: 'onchain',
          unit: 'ratio',
          numbers: [],
          values: readings.map(of),
        }),
      ),
      blocks: {},
    },
  }

  function pointsOf(reading: Reading): Model['points'] {
    const places = lines.map(({ colour, of }) => ({
      x: roundPixel(x(reading.usage)),
      y: roundPixel(y(of(reading))),
      colour,
      text: percent(of(reading)),
    }))
    const [borrow, supply] = places
    if (borrow === undefined || supply === undefined) return []
    const [above, below] = notesBeside(borrow, supply, plot)
    const bare = { ...above, text: '' }
    // where lines end their labels say the same, and where both are one point one figure serves
    const isSaid = reading.usage === RAY && !frame.narrow
    return [
      { ...supply, note: isSaid || (supply.y === borrow.y && supply.text === borrow.text) ? bare : below },
      { ...borrow, note: isSaid ? bare : above },
    ]
  }
}
