import type { Gathered } from '../state/build-state'
import { calendarTicks } from './calendar-ticks'
import type { ModelInput, Tick } from './chart-layout'
import { LABEL_SIZE } from './end-labels'
import { roundPixel } from './path'
import { textWidth } from './text-width'

/** Marks along the abscissa that do not touch: those at the edges are set inwards, those without room go. */
export const tickRow = (
  ticks: readonly { readonly value: number; readonly at: number; readonly label: string }[],
  width: number,
): readonly Tick[] => {
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

/** Turns of the calendar, or the names of the spans that bars stand for. */
export const timeTicks = (
  input: ModelInput,
  { span, tracks }: Gathered,
  x: (t: number) => number,
  left: number,
  right: number,
): readonly Tick[] => {
  const { locale, frame } = input
  const bars = tracks.flatMap(({ spec: { of } }) => (of.kind === 'bars' ? of.bars : []))
  const spans = [...new Map(bars.map(({ from, to }) => [from, to])).entries()].filter(
    ([from]) => from >= span.from && from < span.to,
  )
  if (spans.length > 0)
    return tickRow(
      spans.map(([from, to]) => ({ value: from, at: roundPixel(x((from + to) / 2)), label: spanName(from, to) })),
      frame.width,
    )
  const most = Math.max(2, Math.floor((right - left) / (frame.narrow ? 62 : 96)))
  return tickRow(
    calendarTicks(span.from, span.to, most, locale).map(({ t, label }) => ({ value: t, at: roundPixel(x(t)), label })),
    frame.width,
  )
}
