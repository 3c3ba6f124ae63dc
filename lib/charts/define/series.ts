import { type ChainSlug, chainBySlug, chainSlugs } from '../../chains'
import { inBoth, sameWords, type Words } from '../../format/locale'
import { parseNumberId } from '../../metrics/number-id'
import type { Bar, SeriesSpec } from './define-chart'

type Drawn = Omit<SeriesSpec, 'key' | 'of'>

/** One stored number: its id is its name in links. */
export const numberSeries = (id: string, drawn: Drawn): SeriesSpec => ({
  key: id,
  of: { kind: 'numbers', ids: [id] },
  ...drawn,
})

/** The exact sum of those of these numbers that are known; nothing where none is. */
export const sumSeries = (
  key: string,
  ids: readonly string[],
  known: ReadonlySet<string>,
  drawn: Drawn,
): readonly SeriesSpec[] => {
  const [first, ...rest] = ids.filter((id) => known.has(id))
  return first === undefined ? [] : [{ key, of: { kind: 'numbers', ids: [first, ...rest] }, ...drawn }]
}

/** One number over another, under a name of the chart's own; nothing where one of them is not known. */
export const ratioSeries = (
  key: string,
  part: string,
  whole: string,
  known: ReadonlySet<string>,
  drawn: Drawn,
): readonly SeriesSpec[] =>
  known.has(part) && known.has(whole)
    ? [{ key, of: { kind: 'numbers', ids: [part, whole], as: 'ratio' }, ...drawn }]
    : []

/** The number of a metric's total on a chain where there is one, else those that make it up. */
export const totalIds = (
  known: ReadonlySet<string>,
  metric: string,
  chain: ChainSlug,
  counts: (key: string) => boolean,
): readonly string[] => {
  const numbers = numbersOf(known, metric).filter((number) => number.chain === chain)
  const total = numbers.find(({ key }) => key === 'TOTAL')
  return (total === undefined ? numbers.filter(({ key }) => counts(key)) : [total]).map(({ id }) => id)
}

/** A plan in closed form: its values are told, not read. */
export const planSeries = (
  key: string,
  plan: { readonly knots: readonly number[]; at(t: number): string },
  drawn: Omit<Drawn, 'class'>,
): SeriesSpec => ({
  key,
  of: { kind: 'plan', ...plan },
  class: 'promise',
  ...drawn,
})

/** Planned quantities of whole spans. */
export const barSeries = (key: string, bars: readonly Bar[], drawn: Omit<Drawn, 'class' | 'mark'>): SeriesSpec => ({
  key,
  of: { kind: 'bars', bars },
  mark: 'bars',
  class: 'promise',
  ...drawn,
})

export type KnownNumber = { readonly id: string; readonly chain: ChainSlug; readonly key: string }

/** The known numbers of one metric, of one key or all: in the order of the chains, then of their keys. */
export const numbersOf = (known: ReadonlySet<string>, metric: string, only?: string): readonly KnownNumber[] =>
  [...known]
    .flatMap((id): readonly KnownNumber[] => {
      const parts = parseNumberId(id)
      if (parts?.metric !== metric || (only !== undefined && parts.key !== only)) return []
      return parts.chain === 'all' ? [] : [{ id, chain: parts.chain, key: parts.key }]
    })
    .sort((a, b) => chainSlugs.indexOf(a.chain) - chainSlugs.indexOf(b.chain) || (a.key < b.key ? -1 : 1))

/** `sUSDS · Base` */
export const onChain = (name: Words, chain: ChainSlug): Words =>
  inBoth((locale) => `${name[locale]} · ${chainBySlug(chain).short}`)

/** What a chain's series is called. */
export const chainWords = (chain: ChainSlug): Words => sameWords(chainBySlug(chain).short)

/** Midnight UTC of a day such as `2025-04-03`, in unix seconds. */
export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000
