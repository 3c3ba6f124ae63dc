import { formatDate } from '../../format/date'
import { DAY } from '../../format/time'
import type { Gathered } from '../state/build-state'
import { says } from '../words'
import type { EventMark, Model, ModelInput, Note } from './chart-layout'
import { LABEL_SIZE } from './end-labels'
import { roundPixel } from './path'
import { placeNotes, type Wish } from './spread-labels'

export const NOTE_ROW = 15
export const NOTE_ROWS = 3
const PAD = 5

const noNote: Note = { x: 0, y: 0, text: '', anchor: 'start' }

/** Words above the plot, from `head` down: for each wish its note, and where the plot can begin. */
const notesAbove = (wishes: readonly Wish[], left: number, right: number, head: number) => {
  const placed = placeNotes(wishes, left, right, LABEL_SIZE, NOTE_ROWS)
  const rows = Math.max(0, ...placed.map((each) => (each === null ? 0 : each.row + 1)))
  const top = head + rows * NOTE_ROW
  const notes = placed.map((each, i): Note => {
    const { x = 0, text = '' } = wishes[i] ?? {}
    if (each === null) return { ...noNote, x, y: top }
    const { anchor, row } = each
    return { x: roundPixel(anchor === 'start' ? x + PAD : x - PAD), y: top - row * NOTE_ROW - PAD, text, anchor }
  })
  return { notes, top }
}

type Places = {
  readonly x: (t: number) => number
  readonly left: number
  readonly right: number
  readonly top: number
  /** Whether the picture can go beyond now. */
  readonly today: boolean
}

/** Events, now, and gaps with their words; `top` is where the plot begins under these. */
export const marksOf = (
  { chart, view, locale, frame, asOf }: ModelInput,
  { span, holes }: Gathered,
  { x, left, right, top: head, today }: Places,
): Pick<Model, 'events' | 'gaps'> & { readonly top: number } => {
  const inside = (t: number): number => roundPixel(Math.min(Math.max(x(t), left), right))
  // on a narrow frame there is room for the words alone
  const dated = (t: number, text: string): string => (frame.narrow ? text : `${formatDate(t, locale)} · ${text}`)
  const events = chart.events
    .filter(({ t, modes }) => t >= span.from && t <= span.to && (modes === undefined || modes.includes(view.mode)))
    .map(({ t, text }) => ({ t, x: inside(t), text: dated(t, text[locale]), today: false }))
  const marks =
    today && span.to > asOf + DAY && asOf > span.from
      ? [...events, { t: asOf, x: inside(asOf), text: dated(asOf, says[locale].today), today: true }]
      : events
  const regions = holes.map((hole) => ({
    ...hole,
    x0: inside(hole.from),
    x1: Math.max(inside(hole.to), inside(hole.from) + 2),
  }))
  const { notes, top } = notesAbove(
    [
      ...marks.map(({ x: at, text }) => ({ x: at, text, line: true })),
      // a gap's words begin where it does
      ...regions.map(({ x0, reason, partial }) => ({ x: x0 - PAD, text: partial ? '' : reason, line: false })),
    ],
    left,
    right,
    head,
  )
  return {
    top,
    events: marks.map((mark, i): EventMark => ({ ...mark, note: notes[i] ?? noNote })),
    gaps: regions.map((region, i) => ({ ...region, note: notes[marks.length + i] ?? noNote })),
  }
}
