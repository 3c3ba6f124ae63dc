import { formatDate } from '../../format/date'
import type { Locale } from '../../format/locale'
import type { ChartState } from '../state/chart-state'
import { missingReasonText } from '../state/missing-reason'
import type { EventMark, GapRegion, Note, Size } from './chart-layout'
import { LABEL_SIZE } from './end-labels'
import { NOTE_ROW } from './margins'
import { notesOver } from './mark-notes'
import { roundPixel } from './path'
import { placeNotes, type Wish } from './spread-labels'

/** Rows of words above a plot, at most: fewer where every row is dear. */
export const noteRows = ({ height }: Size): number => (height < 200 ? 1 : 3)
const PAD = 5

const noNote: Note = { x: 0, y: 0, text: '', anchor: 'start' }

type Notes = { readonly notes: readonly Note[]; readonly top: number }

/** Words above the plot, from `head` down: for each wish its note, and where the plot can begin. */
const notesAbove = (wishes: readonly Wish[], { left, right, top: head }: Places, most: number): Notes => {
  const placed = placeNotes(wishes, left, right, LABEL_SIZE, most)
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
}

type Annotations = { readonly events: readonly EventMark[]; readonly gaps: readonly GapRegion[]; readonly top: number }

/** Events, now, and gaps with their words; `top` is where the plot begins under these. */
export const annotationsOf = (
  { marks: all, missing, x: domain }: ChartState,
  size: Size,
  locale: Locale,
  { x, left, right, top: head }: Places,
): Annotations => {
  const inside = (t: number): number => roundPixel(Math.min(Math.max(x(t), left), right))
  const isDated = domain.kind === 'time' && !size.narrow
  const marks = all.map(({ at, text, isToday }) => ({
    t: at,
    x: inside(at),
    // at a narrow size there is room for the words alone
    text: isDated ? `${formatDate(at, locale)} · ${text[locale]}` : text[locale],
    today: isToday,
  }))
  if (domain.kind === 'ratio') {
    const { notes, top } = notesOver(marks, left, right, head)
    return { top, events: marks.map((mark, i) => ({ ...mark, note: notes[i] ?? noNote })), gaps: [] }
  }
  const regions = missing.map(({ from, to, reason, partial }) => ({
    from,
    to,
    reason: missingReasonText(reason, locale),
    partial,
    x0: inside(from),
    x1: Math.max(inside(to), inside(from) + 2),
  }))
  const wishes = [
    ...marks.map(({ x: at, text }) => ({ x: at, text, line: true })),
    // a gap's words begin where it does
    ...regions.map(({ x0, reason, partial }) => ({ x: x0 - PAD, text: partial ? '' : reason, line: false })),
  ]
  const { notes, top } = notesAbove(wishes, { x, left, right, top: head }, noteRows(size))
  return {
    top,
    events: marks.map((mark, i) => ({ ...mark, note: notes[i] ?? noNote })),
    gaps: regions.map((region, i) => ({ ...region, note: notes[marks.length + i] ?? noNote })),
  }
}

/** Events whose words have no place in the picture, each as a line of its own. */
export const eventsWithoutRoom = (events: readonly EventMark[], locale: Locale): readonly string[] =>
  events
    .filter(({ note }) => note.text === '')
    .map(({ t, text }) => (text.includes(' · ') ? text : `${formatDate(t, locale)} · ${text}`))
