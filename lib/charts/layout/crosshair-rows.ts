import type { Locale } from '../../format/locale'
import { formatPercent, UNKNOWN } from '../../format/number'
import { addDecimals, ratioOf } from '../../math/decimal'
import type { Mark } from '../define/define-chart'
import { type AlignedSeries, KNOWN, MISSING } from '../state/aligned-series'
import type { ChartState } from '../state/chart-state'
import { fullFigure } from '../state/figures'
import { OTHERS } from '../state/fold-small-series'
import { phrases } from '../words'
import { mergeEnds } from './merge-ends'

/** What stands before a crosshair's value: names that read alike there, and how they are drawn. */
export type CrosshairHead = {
  readonly name: string
  readonly colour: string
  readonly mark: Mark
  readonly dashed: boolean
  readonly hatched: boolean
}

export type CrosshairRow = { readonly head: CrosshairHead; readonly value: string }

/** More rows would cover the picture that they explain. */
const MOST_ROWS = 8

const headOf = ({ spec }: AlignedSeries, name: string, isGrey: boolean): CrosshairHead => {
  const { colour, mark, dashed = false, hatched = false } = spec
  return { name, colour: isGrey ? 'quiet' : colour, mark, dashed, hatched }
}

const totalHead = (locale: Locale, mark: Mark): CrosshairHead => ({
  name: phrases[locale].total,
  colour: 'ink',
  mark,
  dashed: false,
  hatched: false,
})

type Said = CrosshairRow & { readonly size: number; readonly count: number }

/** The last rows as one, between which values they lie. */
const folded = (rows: readonly Said[], locale: Locale): Said => {
  const known = rows.filter(({ value }) => value !== UNKNOWN).toSorted((a, b) => a.size - b.size)
  const [low, high] = [known[0]?.value ?? UNKNOWN, known.at(-1)?.value ?? UNKNOWN]
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const head = {
    name: phrases[locale].others(count),
    colour: 'quiet',
    mark: 'line',
    dashed: false,
    hatched: false,
  } as const
  return { head, value: low === high ? low : `${low} – ${high}`, size: 0, count }
}

/** What a crosshair says at an instant: the total first, the stack as the eye reads it, then lines, ties together. */
export const crosshairRows = (state: ChartState, locale: Locale): ((i: number) => readonly CrosshairRow[]) => {
  const { document, scale, whole, stacked, lines, unnamed, unread } = state
  const { unit, symbol } = document
  const isSaid = ({ presence }: AlignedSeries, i: number) => presence[i] === KNOWN || presence[i] === MISSING
  const written = (value: string | null): string => {
    const text = fullFigure(value, { unit, locale })
    return value === null || symbol === undefined ? text : `${text}\u00a0${symbol}`
  }
  const areas = stacked.filter(({ spec }) => spec.mark === 'area' || spec.mark === 'bars')
  const isPartial = unread.some(({ spec }) => spec.mark === 'area')

  const stackRows = (i: number): readonly Said[] => {
    const parts = areas.filter((each) => isSaid(each, i))
    const isWhole = parts.every(({ presence }) => presence[i] === KNOWN)
    const total = isWhole ? parts.reduce((sum, { values }) => addDecimals(sum, values[i] ?? '0'), '0') : null
    const share = (value: string | null): string => {
      const of = whole ?? total
      if (scale !== 'share' || value === null || of === null || Number(of) === 0) return written(value)
      return `${written(value)} (${formatPercent(ratioOf(value, of), locale, { decimals: 1 })})`
    }
    const rows = parts.toReversed().map((each) => {
      const value = each.values[i] ?? null
      const isGrey = each.spec.key === OTHERS
      return { head: headOf(each, each.spec.name[locale], isGrey), value: share(value), size: Number(value), count: 1 }
    })
    const [first] = parts
    if (first === undefined || parts.length < 2 || isPartial) return rows
    return [{ head: totalHead(locale, first.spec.mark), value: share(total), size: 0, count: 1 }, ...rows]
  }

  const lineRows = (i: number): readonly Said[] => {
    const said = lines.filter((each) => isSaid(each, i))
    const rowsOf = (isGrey: boolean) => {
      const ends = said
        .filter(({ spec }) => unnamed.has(spec.key) === isGrey)
        .map((series) => ({ series, spec: series.spec, text: written(series.values[i] ?? null) }))
      return mergeEnds(ends, locale).map(({ name, first, ends: tied }) => {
        const size = first.series.floats[i] ?? 0
        return { head: headOf(first.series, name, isGrey), value: first.text, size, count: tied.length }
      })
    }
    return [...rowsOf(false), ...rowsOf(true)]
  }

  return (i) => {
    const rows = [...stackRows(i), ...lineRows(i)]
    const shown =
      rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS - 1), folded(rows.slice(MOST_ROWS - 1), locale)]
    return shown.map(({ head, value }) => ({ head, value }))
  }
}
