import { chunksOf } from './bulk'
import type { Engine } from './engine'
import { closeGaps } from './gaps'
import { putInstants } from './put-instants'
import { putPoints } from './put-points'
import { nextRevision } from './revisions'
import { seriesIds } from './series-ids'
import type { Instant, Point, SeriesInfo } from './types'

/** By series and in order of time, so that the rows of a range are stored together; of a point given twice the last counts. */
function bySeries(given: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const groups = new Map<string, Point[]>()
  const unordered = new Set<string>()
  for (const point of given) {
    const group = groups.get(point.number) ?? []
    if (group.length === 0) groups.set(point.number, group)
    else if ((group.at(-1)?.t ?? 0) >= point.t) unordered.add(point.number)
    group.push(point)
  }
  for (const number of unordered) {
    const once = new Map(groups.get(number)?.map((point) => [point.t, point]))
    groups.set(
      number,
      [...once.values()].sort((a, b) => a.t - b.t),
    )
  }
  return groups
}

/** Writes numbers over time and the blocks of their instants. */
export function seriesWriter({ db, transaction }: Engine) {
  const idsOf = seriesIds(db)

  return async (infos: readonly SeriesInfo[], given: readonly Instant[], newPoints: readonly Point[]) => {
    const groups = bySeries(newPoints)
    const ids = await idsOf(infos, new Set([...infos.map(({ number }) => number), ...groups.keys()]))
    const ordered = [...groups].sort(([a], [b]) => (ids.get(a) ?? 0) - (ids.get(b) ?? 0)).flatMap(([, group]) => group)
    await transaction(async (tx) => {
      const revision = await nextRevision(tx)
      for (const chunk of chunksOf(given)) await putInstants(tx, chunk)
      if (given.length > 0) await closeGaps(tx, [...new Set(given.map(({ chain }) => chain))], revision)
      for (const chunk of chunksOf(ordered)) await putPoints(tx, chunk, ids, revision)
    })
  }
}
