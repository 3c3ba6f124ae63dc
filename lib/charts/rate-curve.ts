import { formatPercent, type Locale } from '../format/number'
import { apyFromAnnualRate } from '../math/compounding'
import { fixed, fromDecimalString, round, toDecimalString } from '../math/fixed'
import { type RateCurve, supplyRate, variableRate } from '../math/rate-curve'
import { RAY } from '../math/ray'
import { tickRow } from './abscissa'
import { axisLabels } from './axis'
import { LABEL_SIZE } from './end-labels'
import { spreadLabels } from './labels'
import type { Box, Column, Frame, Layer, Model, Note } from './model'
import { linearDomain } from './nice'
import type { Colour } from './palette'
import { linePath, roundPixel } from './path'
import { curveWords, type RateName, type Said } from './rate-curve-words'
import { textWidth } from './text-width'
import { says } from './words'

export type { RateName } from './rate-curve-words'

/** A reserve's numbers as the API gives them: exact ratios, 0.9 = 90 %. */
export type RateCurveInput = {
  /** Names the drawing, e.g. `USDC · Ethereum`. */
  readonly name: string
  readonly optimal: string
  readonly base: string
  readonly slope1: string
  readonly slope2: string
  readonly reserveFactor: string
  /** Where the reserve stands; null where it is not known. */
  readonly utilization: string | null
  /** The contract's own yearly rate, or compounded each second of a year. */
  readonly rate: RateName
  readonly asOf: number
  readonly methodVersion: number
  readonly locale: Locale
  readonly frame: Frame
}

/** Above 100 000 % a year a curve is broken: its APY would not fit a page, nor the memory. */
const ABSURD = 1_000n * RAY

/** Every two per cent, with the kink and today between them. */
const STRIDE = 50

const toRay = (ratio: string): bigint => round(fromDecimalString(ratio), 27).raw
const ratioText = (ray: bigint): string => toDecimalString(fixed(ray, 27))
const percent = (ratio: string, locale: Locale): string => formatPercent(ratio, locale)
/** Whole per cents without their zeros: a kink is a round number. */
const shortPercent = (ratio: string, locale: Locale): string => percent(ratio, locale).replace(/\.00(?=\u00a0)/, '')

type Rates = { readonly usage: bigint; readonly borrow: string; readonly supply: string }

const ratesAt = (usage: bigint, curve: RateCurve, reserveFactor: bigint, rate: RateName): Rates => {
  const borrow = variableRate(usage, curve)
  const written = (ray: bigint): string => ratioText(rate === 'APR' ? ray : apyFromAnnualRate(ray))
  return { usage, borrow: written(borrow), supply: written(supplyRate(borrow, usage, reserveFactor)) }
}

/**
 * A kinked curve over utilisation, for the painter of all other charts. All arithmetic is the contract's own. null where the
 * parameters are none that a curve can have: a kink outside 0 to 100 %, or rates above 100 000 % a year.
 */
export const rateCurveModel = (input: RateCurveInput): Model | null => {
  const { locale, frame, name, rate } = input
  const say = curveWords[locale]
  const curve: RateCurve = {
    optimal: toRay(input.optimal),
    base: toRay(input.base),
    slope1: toRay(input.slope1),
    slope2: toRay(input.slope2),
  }
  if (curve.optimal <= 0n || curve.optimal > RAY || curve.base + curve.slope1 + curve.slope2 > ABSURD) return null
  const reserveFactor = round(fromDecimalString(input.reserveFactor), 4).raw
  const stands = input.utilization === null ? null : toRay(input.utilization)
  const now = stands === null || stands < 0n || stands > RAY ? null : stands
  const usages = new Set([curve.optimal, ...(now === null ? [] : [now])])
  for (let i = 0; i <= STRIDE; i++) usages.add((RAY * BigInt(i)) / BigInt(STRIDE))
  const all = [...usages].filter((usage) => usage >= 0n && usage <= RAY).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const rates = all.map((usage) => ratesAt(usage, curve, reserveFactor, rate))
  const highest = Math.max(...rates.map(({ borrow, supply }) => Math.max(Number(borrow), Number(supply))))
  const domain = linearDomain(0, highest, frame.narrow ? 4 : 5, true)
  const yLabels = axisLabels(domain, { unit: 'ratio', scale: 'linear', locale })

  const ends = rates.at(-1)
  const lines = [
    { key: 'borrow', name: say.borrow, colour: 'lend', of: (each: Rates) => each.borrow },
    { key: 'supply', name: say.supply, colour: 'savings', of: (each: Rates) => each.supply },
  ] as const satisfies readonly { key: string; name: string; colour: Colour; of: (each: Rates) => string }[]
  const texts = lines.map((line) => (ends === undefined ? '' : percent(line.of(ends), locale)))
  const named =
    Math.ceil(
      Math.max(
        ...lines.map((line, i) => textWidth(line.name, LABEL_SIZE, 'semibold') + textWidth(` ${texts[i]}`, LABEL_SIZE)),
      ),
    ) + 12
  const room = frame.narrow ? 14 : named
  const left = Math.ceil(Math.max(...yLabels.map((label) => textWidth(label, LABEL_SIZE)))) + 8
  const plot: Box = { left, top: 28, right: frame.width - room, bottom: frame.height - (frame.narrow ? 64 : 42) }
  const x = (usage: number): number => plot.left + usage * (plot.right - plot.left)
  const y = (rate: number): number => plot.bottom - (rate / domain.max) * (plot.bottom - plot.top)
  const place = (usage: bigint): number => roundPixel(x(Number(ratioText(usage))))

  const layers = [...lines].reverse().map((line): Layer => {
    const run = rates.flatMap((each) => [x(Number(ratioText(each.usage))), y(Number(line.of(each)))])
    return {
      key: line.key,
      colour: line.colour,
      mark: 'line',
      d: linePath([run], 'line'),
      dots: [],
      runs: [run],
      dashed: false,
      hatched: false,
      quiet: false,
    }
  })
  const wanted = lines.map((line) => y(Number(ends === undefined ? '0' : line.of(ends))))
  const heights = spreadLabels(wanted, 15, plot.top, plot.bottom) ?? wanted
  const standing = now === null ? undefined : rates.find(({ usage }) => usage === now)
  const atKink = rates.find(({ usage }) => usage === curve.optimal)
  const kink = shortPercent(input.optimal, locale)
  const isFlat = curve.base === 0n && curve.slope1 === 0n && curve.slope2 === 0n
  const said: Said = {
    usage: percent(now === null ? '0' : ratioText(now), locale),
    borrow: percent(standing?.borrow ?? '0', locale),
    supply: percent(standing?.supply ?? '0', locale),
    kink,
    atKink: percent(atKink?.borrow ?? '0', locale),
    highest: percent(ends?.borrow ?? '0', locale),
    rate,
  }
  const kinkX = place(curve.optimal)
  const onRight = now !== null && Number(input.utilization) > 0.5
  return {
    slug: 'rate-curve',
    version: 1,
    locale,
    title: say.title(name),
    what: say.what(rate),
    caption: isFlat ? say.flat : standing === undefined ? say.unknown(said) : say.today(said),
    notes: [say.note],
    frame,
    plot,
    x: {
      kind: 'ratio',
      from: 0,
      to: 1,
      ticks: tickRow(
        (frame.narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1]).map((value) => ({
          value,
          at: roundPixel(x(value)),
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
        at: roundPixel(y(value)),
        label: yLabels[i] ?? '',
        anchor: 'end' as const,
      })),
      unit: 'ratio',
      title: rate,
      zero: plot.bottom,
    },
    layers,
    gaps: [],
    events: [
      {
        x: kinkX,
        t: Number(input.optimal),
        text: say.kink(kink),
        today: false,
        note: {
          x: kinkX + (Number(input.optimal) > 0.5 ? -5 : 5),
          y: plot.top - 5,
          text: say.kink(kink),
          anchor: Number(input.optimal) > 0.5 ? 'end' : 'start',
        },
      },
    ],
    points:
      standing === undefined
        ? []
        : [...lines].reverse().map((line, i) => {
            const at = { x: place(standing.usage), y: roundPixel(y(Number(line.of(standing)))) }
            const text = percent(line.of(standing), locale)
            // supply never exceeds borrow, and both rise: above left and below right nothing is drawn
            const note: Note =
              i === 0
                ? { x: at.x + 8, y: Math.min(at.y + 17, plot.bottom - 4), text, anchor: 'start' }
                : { x: at.x - 8, y: at.y - 8, text, anchor: onRight ? 'end' : 'start' }
            return { ...at, colour: line.colour, text, note }
          }),
    labels: (frame.narrow ? [] : lines).map((line, i) => ({
      key: line.key,
      name: line.name,
      value: texts[i] ?? '',
      colour: line.colour,
      x: plot.right + 8,
      anchor: 'start' as const,
      y: heights[i] ?? 0,
      from: wanted[i] ?? 0,
    })),
    legend: (frame.narrow ? lines : []).map((line, i) => ({
      key: line.key,
      name: line.name,
      value: '',
      colour: line.colour,
      mark: 'line',
      dashed: false,
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
      instants: all.map((usage) => Number(ratioText(usage))),
      columns: lines.map(
        (line): Column => ({
          key: line.key,
          name: line.name,
          colour: line.colour,
          mark: 'line',
          dashed: false,
          hatched: false,
          quiet: false,
          chain: 'all',
          class: 'onchain',
          unit: 'ratio',
          numbers: [],
          values: rates.map(line.of),
        }),
      ),
      blocks: {},
    },
  }
}
