import type { Box, Note } from './chart-layout'
import { LABEL_SIZE } from './end-labels'
import { NOTE_ROW } from './margins'
import { textWidth } from './text-width'

const PAD = 5
const APART = 10

export type Mark = { readonly x: number; readonly text: string }
type Spot = Mark & { readonly anchor: Note['anchor']; readonly row: number }

const span = ({ x, text, anchor }: Spot): readonly [from: number, to: number] => {
  const width = textWidth(text, LABEL_SIZE)
  return anchor === 'start' ? [x + PAD, x + PAD + width] : [x - PAD - width, x - PAD]
}

const fits = (spot: Spot, left: number, right: number): boolean => span(spot)[0] >= left && span(spot)[1] <= right

const turned = (spot: Spot, left: number, right: number): Spot => {
  const other: Spot = { ...spot, anchor: spot.anchor === 'start' ? 'end' : 'start' }
  return fits(spot, left, right) || !fits(other, left, right) ? spot : other
}

/**
 * Words above two marks that may stand close: the left one's to its left, the right one's to its right. Where one has to
 * turn towards the other, it goes a row up, so that neither mark's line crosses the other's words.
 */
const spotsOf = (marks: readonly Mark[], left: number, right: number): readonly Spot[] => {
  const [a, b] = [...marks].sort((one, other) => one.x - other.x)
  if (a === undefined) return []
  if (b === undefined)
    return [turned({ ...a, anchor: a.x > (left + right) / 2 ? 'end' : 'start', row: 0 }, left, right)]
  const first = turned({ ...a, anchor: 'end', row: 0 }, left, right)
  const last = turned({ ...b, anchor: 'start', row: 0 }, left, right)
  if (span(first)[1] + APART <= span(last)[0]) return [first, last]
  return first.anchor === 'start' ? [{ ...first, row: 1 }, last] : [first, { ...last, row: 1 }]
}

/** A note for each mark in its order, and where the plot begins below them; `head` is what stands above. */
export const notesOver = (
  marks: readonly Mark[],
  left: number,
  right: number,
  head: number,
): { readonly notes: readonly Note[]; readonly top: number } => {
  const spots = spotsOf(marks, left, right)
  const top = head + NOTE_ROW * (1 + Math.max(0, ...spots.map(({ row }) => row)))
  const notes = marks.map(({ x, text }): Note => {
    const { anchor, row } = spots.find((spot) => spot.x === x && spot.text === text) ?? { anchor: 'start', row: 0 }
    return { x: x + (anchor === 'start' ? PAD : -PAD), y: top - PAD - row * NOTE_ROW, text, anchor }
  })
  return { notes, top }
}

type Place = { readonly x: number; readonly y: number; readonly text: string }

/**
 * Words beside where a reserve stands on its two lines. Both lines rise and supply never exceeds borrow, so that above left
 * of the upper and below right of the lower point nothing is drawn; at an edge they turn.
 */
export const notesBeside = (borrow: Place, supply: Place, plot: Box): readonly [borrow: Note, supply: Note] => {
  const width = ({ text }: Place) => textWidth(text, LABEL_SIZE, 'semibold') + 8
  const isRight = supply.x + width(supply) <= plot.right
  const isLeft = borrow.x - width(borrow) >= plot.left
  const apart = isLeft === isRight ? 0 : NOTE_ROW
  const lower = Math.min(supply.y + 17, plot.bottom - 4)
  const upper = Math.max(Math.min(borrow.y - 8, lower - apart), plot.top + 10)
  return [
    { x: borrow.x + (isLeft ? -8 : 8), y: upper, text: borrow.text, anchor: isLeft ? 'end' : 'start' },
    {
      x: supply.x + (isRight ? 8 : -8),
      y: Math.max(lower, upper + apart),
      text: supply.text,
      anchor: isRight ? 'start' : 'end',
    },
  ]
}
