import type { Locale } from '../../format/locale'
import { barEnds } from '../state/bar-ends'
import type { ChartState, XDomain } from '../state/chart-state'
import { calendarTicks } from './calendar-ticks'
import type { Size, Tick } from './chart-layout'
import { LABEL_SIZE } from './end-labels'
import { roundPixel } from './path'
import { textWidth } from './text-width'

/** From the x axis to pixels. */
export const xScale =
  ({ from, to }: XDomain, left: number, right: number) =>
  (value: number): number =>
    left + ((value - from) / (to - from)) * (right - left)

/** Ticks along the x axis that do not touch: those at the edges are set inwards, those without room go. */
export const tickRow = (ticks: readonly Omit<Tick, 'anchor'>[], width: number): readonly Tick[] => {
  const row: Tick[] = []
  let taken = Number.NEGATIVE_INFINITY
  for (const { value, at, label } of ticks) {
    const length = textWidth(label, LABEL_SIZE)
    const anchor = at - length / 2 < 0 ? 'start' : at + length / 2 > width ? 'end' : 'middle'
    const from = anchor === 'start' ? at : anchor === 'end' ? at - length : at - length / 2
    if (from < taken + 10) continue
    taken = from + length
    row.push({ value, at, label, anchor })
  }
  return row
}

/** `2025/26`: a span that ends in another year than it begins. */
const spanName = (from: number, to: number): string => {
  const [a, b] = [new Date(from * 1000).getUTCFullYear(), new Date(to * 1000).getUTCFullYear()]
  return a === b ? String(a) : `${a}/${String(b).slice(2)}`
}

const percentTicks = (narrow: boolean): readonly number[] => (narrow ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1])

/** Turns of the calendar, the names of the spans that bars stand for, or per cents. */
export const xTicks = (
  { x: domain, series }: ChartState,
  size: Size,
  locale: Locale,
  left: number,
  right: number,
): readonly Tick[] => {
  const x = xScale(domain, left, right)
  const tick = (value: number, at: number, label: string) => ({ value, at: roundPixel(x(at)), label })
  if (domain.kind === 'ratio') {
    const ticks = percentTicks(size.narrow).map((value) => tick(value, value, `${Math.round(value * 100)}\u00a0%`))
    return tickRow(ticks, size.width)
  }
  const spans = [...(barEnds(series) ?? [])].filter(([from]) => from >= domain.from && from < domain.to)
  if (spans.length > 0)
    return tickRow(
      spans.map(([from, to]) => tick(from, (from + to) / 2, spanName(from, to))),
      size.width,
    )
  const most = Math.max(2, Math.floor((right - left) / (size.narrow ? 62 : 96)))
  return tickRow(
    calendarTicks(domain.from, domain.to, most, locale).map(({ t, label }) => tick(t, t, label)),
    size.width,
  )
}
