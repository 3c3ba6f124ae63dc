import type { AlignedSeries } from './aligned-series'
import { groupOf, OTHERS } from './fold-small-series'

/** Of things in one colour, all but the first are drawn otherwise: lines dashed, surfaces hatched. Grey ones have no name to mistake. */
export const tellApart = (series: readonly AlignedSeries[], unnamed: ReadonlySet<string>): readonly AlignedSeries[] => {
  const owners = new Map<string, string>()
  return series.map((each) => {
    const { key, colour, mark } = each.spec
    if (unnamed.has(key) || key === OTHERS) return each
    const isSurface = mark === 'area' || mark === 'bars'
    const kind = `${isSurface ? 'surface' : 'line'} ${colour}`
    const owner = owners.get(kind) ?? groupOf(each.spec)
    owners.set(kind, owner)
    if (owner === groupOf(each.spec)) return each
    return { ...each, spec: { ...each.spec, ...(isSurface ? { hatched: true } : { dashed: true }) } }
  })
}
