import type { Tick } from './model'
import { LABEL_SIZE } from './end-labels'
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

export const roundPixel = (n: number): number => Math.round(n * 10) / 10
