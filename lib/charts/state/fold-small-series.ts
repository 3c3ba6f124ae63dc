import type { SeriesSpec } from '../define/define-chart'
import { says } from '../words'
import { lastKnown, sumTrack, type Track } from './aligned-series'

/** More than so many things in one picture are not told apart. */
const MOST_GROUPS = 6

export const groupOf = ({ key, group }: SeriesSpec): string => group ?? key

const latestOf = (track: Track): number => Math.abs(track.nums[lastKnown(track)] ?? 0)

/** Of a stack with more parts than can be told apart: the largest by name, the exact sum of the rest as one. */
export const foldStack = (
  tracks: readonly Track[],
  added: ReadonlySet<string>,
  instants: readonly number[],
): readonly Track[] => {
  if (tracks.length <= MOST_GROUPS) return tracks
  const ranked = [...tracks].sort(
    (a, b) => Number(added.has(b.spec.key)) - Number(added.has(a.spec.key)) || latestOf(b) - latestOf(a),
  )
  const named = new Set(ranked.slice(0, Math.max(MOST_GROUPS - 1, added.size)))
  const rest = tracks.filter((track) => !named.has(track))
  if (rest.length < 2) return tracks
  const spec: SeriesSpec = {
    key: 'others',
    name: { en: says.en.others(rest.length), 'zh-Hant': says['zh-Hant'].others(rest.length) },
    of: { kind: 'plan', knots: [], at: () => '0' },
    mark: rest[0]?.spec.mark ?? 'area',
    colour: 'quiet',
    class: 'onchain',
    chain: rest.every(({ spec: { chain } }) => chain === rest[0]?.spec.chain) ? (rest[0]?.spec.chain ?? 'all') : 'all',
    shown: true,
  }
  return [...tracks.filter((track) => named.has(track)), sumTrack(spec, rest, instants)]
}

/** Of strokes, which cannot be summed: keys of those beyond the first groups, drawn in grey and without a name. */
export const quietKeys = (tracks: readonly Track[], added: ReadonlySet<string>): ReadonlySet<string> => {
  const groups = new Set(tracks.filter(({ spec }) => added.has(spec.key)).map(({ spec }) => groupOf(spec)))
  for (const { spec } of tracks) if (groups.size < MOST_GROUPS) groups.add(groupOf(spec))
  return new Set(tracks.filter(({ spec }) => !groups.has(groupOf(spec))).map(({ spec }) => spec.key))
}
