import type { Facts, NewestValue } from '../define/facts'
import type { ModelInput } from '../layout/chart-layout'
import { ABSENT, addDecimals, KNOWN, lastKnown, MISSING, type Track } from './aligned-series'
import type { Gathered } from './build-state'
import { groupOf } from './fold-small-series'

/** How far from the asked instant a reading may stand and still speak for it: an eighth of the span. */
const isNear = (asked: number, found: number, seconds: number): boolean => Math.abs(asked - found) <= seconds / 8

/** The exact sum at an instant; null while a part is not known. What does not exist there adds nothing. */
const totalAt = (tracks: readonly Track[], i: number): string | null => {
  let total: string | null = null
  for (const { states, values } of tracks) {
    if (states[i] === KNOWN) total = addDecimals(total ?? '0', values[i] ?? '0')
    else if (states[i] !== ABSENT) return null
  }
  return total
}

const newestIndex = (tracks: readonly Track[], instants: readonly number[], asOf: number): number => {
  let newest = Math.max(-1, ...tracks.map(lastKnown))
  while (newest >= 0 && (instants[newest] ?? 0) > asOf) newest -= 1
  return newest
}

export const factsOf = (input: ModelInput, gathered: Gathered): Facts => {
  const { view, asOf } = input
  const { tracks, unknown, instants } = gathered
  const piled = tracks.filter(({ spec }) => spec.mark === 'area' || (view.scale === 'log' && spec.mark === 'line'))
  const newest = newestIndex(tracks, instants, asOf)
  // a plan has its say about now, not about its end
  const newestValue = (track: Track): string | null => {
    if (track.spec.of.kind === 'plan') return track.spec.of.at(asOf)
    return track.states[newest] === KNOWN ? (track.values[newest] ?? null) : valueAtLast(track, instants, newest)
  }
  const shown = tracks.map((track): NewestValue => {
    const { spec } = track
    return {
      key: spec.key,
      name: spec.name,
      group: groupOf(spec),
      chain: spec.chain,
      value: newestValue(track),
    }
  })
  const complete = unknown.length === 0
  return {
    asOf,
    view,
    shown,
    find: (key) => shown.find((each) => each.key === key),
    total: complete && newest >= 0 ? totalAt(piled, newest) : null,
    totalBefore(seconds) {
      const asked = (instants[newest] ?? asOf) - seconds
      let best = -1
      instants.forEach((t, i) => {
        if (best === -1 || Math.abs(t - asked) < Math.abs((instants[best] ?? 0) - asked)) best = i
      })
      return complete && best >= 0 && isNear(asked, instants[best] ?? 0, seconds) ? totalAt(piled, best) : null
    },
    missing: (instants.length === 0
      ? []
      : [...unknown, ...tracks.filter(({ states }) => states[newest] === MISSING)]
    ).map(({ spec }) => spec.name),
  }
}

/** Where nobody was asked at the newest instant, what was said before it. */
const valueAtLast = ({ states, values }: Track, instants: readonly number[], newest: number): string | null => {
  for (let i = Math.min(newest, instants.length - 1); i >= 0; i--) {
    if (states[i] === KNOWN) return values[i] ?? null
    if (states[i] === MISSING) return null
  }
  return null
}
