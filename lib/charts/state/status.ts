import type { Locale } from '../../format/locale'
import { phrases } from '../words'
import { type AlignedSeries, KNOWN, lastKnown, MISSING } from './aligned-series'
import type { ChartState } from './chart-state'

const newestIsMissing = ({ presence }: AlignedSeries): boolean => {
  const last = lastKnown({ presence })
  return presence.indexOf(MISSING, last + 1) !== -1 && presence.indexOf(KNOWN, last + 1) === -1
}

/** What is known of the newest numbers, in a few words: what could not be read, what is old, how many chains are in. */
export const statusOf = ({ series, unread }: Pick<ChartState, 'series' | 'unread'>, locale: Locale): string => {
  const say = phrases[locale]
  const names = (of: readonly AlignedSeries[]): string => {
    const all = [...new Set(of.map(({ spec }) => spec.name[locale]))]
    return say.and(all.length > 3 ? [...all.slice(0, 2), say.others(all.length - 2)] : all)
  }
  const missing = [...unread, ...series.filter(newestIsMissing)]
  const stale = series.filter((each) => each.stale)
  const parts = series.find((each) => each.parts !== null)?.parts
  const said = [
    ...(missing.length > 0 ? [say.unread(names(missing))] : []),
    ...(stale.length > 0 ? [say.old(names(stale))] : []),
    ...(parts ? [say.parts(parts.have, parts.of)] : []),
  ]
  return said.length > 0 ? said.join(' · ') : say.allRead
}
