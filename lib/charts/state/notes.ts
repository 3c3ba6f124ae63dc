import { formatDate } from '../../format/date'
import type { EventMark, ModelInput } from '../layout/chart-layout'
import { says } from '../words'
import { MISSING } from './aligned-series'
import type { Gathered } from './build-state'

/** What stands in the middle of a plot that has nothing to draw; null where it has. */
export const emptyText = (
  input: ModelInput,
  { shown, tracks, unknown, stack, span }: Gathered,
  noDomain: boolean,
): string | null => {
  const say = says[input.locale]
  if (shown === 0) return input.view.chains.length > 0 && input.view.hide.length === 0 ? say.noneOnChains : say.hidden
  if (tracks.length === 0) {
    if (unknown.some(({ states }) => states.includes(MISSING))) return say.allGap
    return span.fixed ? say.noneInRange : say.none
  }
  if (stack?.nothing) return say.noShares
  return noDomain ? say.logDrops : null
}

/** Holes told one by one; more of them would bury the rest. */
const TOLD = 6

/** Why the picture looks the way it does: what is left out, torn, old or unsure; then what always holds. */
export const notesOf = (input: ModelInput, gathered: Gathered, events: readonly EventMark[]): readonly string[] => {
  const { chart, view, locale } = input
  const { tracks, unknown, holes, stored, quiet } = gathered
  const say = says[locale]
  const names = (of: typeof tracks): string => say.and([...new Set(of.map(({ spec }) => spec.name[locale]))])
  const notes: string[] = []
  const isStored = tracks.some(({ spec }) => spec.of.kind === 'numbers')
  if (isStored && stored.length === 1) notes.push(say.onePoint)
  if (tracks.length > 0 && unknown.length > 0) notes.push(say.notIncluded(names(unknown)))
  if (quiet.size > 0) {
    const bare = tracks.flatMap(({ spec }) => (quiet.has(spec.key) ? [spec.name[locale].split(' · ')[0] ?? ''] : []))
    notes.push(say.inGrey(say.and([...new Set(bare)])))
  }
  const parts = tracks.find((track) => track.parts !== null)?.parts
  if (parts) notes.push(say.parts(parts.have, parts.of))
  for (const { from, to, reason } of holes.slice(0, TOLD)) notes.push(say.gap(from, to, reason))
  const stale = tracks.filter((track) => track.stale)
  if (stale.length > 0) notes.push(say.stale(names(stale)))
  if (view.scale === 'log' && tracks.some(({ nums }) => nums.some((num) => num <= 0))) notes.push(say.logDrops)
  for (const { t, text, note } of events)
    if (note.text === '') notes.push(text.includes(' · ') ? text : `${formatDate(t, locale)} · ${text}`)
  return [...notes, ...chart.text[locale].notes]
}
