import type { Locale } from '../../format/locale'
import { UNKNOWN } from '../../format/number'
import type { SeriesSpec } from '../define/define-chart'
import { groupOf, OTHERS } from '../state/fold-small-series'
import { phrases } from '../words'

/** What the end of a series says, or a series at a place of the crosshair. */
export type EndText = { readonly spec: SeriesSpec; readonly text: string }

/** Ends that read alike, under one name; `ends` in their order, the first of which the others lie under. */
export type NamedEnd<end extends EndText> = {
  readonly name: string
  readonly ends: readonly end[]
  readonly first: end
}

/** A group on several chains is one while its values read alike; where they differ each keeps its own name. */
const byGroup = <end extends EndText>(ends: readonly end[], locale: Locale): readonly NamedEnd<end>[] => {
  const found = new Map<string, end[]>()
  for (const end of ends) {
    const { spec } = end
    const name = spec.group === undefined ? spec.key : `${spec.group} ${end.text}`
    const same = found.get(name)
    if (same) same.push(end)
    else found.set(name, [end])
  }
  return [...found.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { spec } = first
    const everywhere = ends.filter((end) => groupOf(end.spec) === groupOf(spec)).length
    const whole = spec.name[locale]
    const bare = whole.split(' · ')[0] ?? whole
    const name = same.length > 1 ? phrases[locale].onChains(bare, same.length) : everywhere > 1 ? whole : bare
    return [{ name, ends: same, first }]
  })
}

/** Lines that read alike lie on each other; the parts of a stack never do, and of what is not known nothing is alike. */
const mayTie = ({ spec: { mark, key }, text }: EndText): boolean =>
  (mark === 'line' || mark === 'step') && key !== OTHERS && text !== '' && text !== UNKNOWN

/** Ties under one name, `sUSDS = Spark USDC`, as far as it `fits`; what does not stays under a name of its own. */
export const mergeEnds = <end extends EndText>(
  ends: readonly end[],
  locale: Locale,
  fits: (name: string) => boolean = () => true,
): readonly NamedEnd<end>[] => {
  const merged: NamedEnd<end>[] = []
  for (const next of byGroup(ends, locale)) {
    const i = merged.findIndex(
      ({ name, first }) =>
        mayTie(first) && mayTie(next.first) && first.text === next.first.text && fits(`${name} = ${next.name}`),
    )
    const tied = merged[i]
    if (tied === undefined) merged.push(next)
    else merged[i] = { ...tied, name: `${tied.name} = ${next.name}`, ends: [...tied.ends, ...next.ends] }
  }
  return merged
}
