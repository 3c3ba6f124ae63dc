import type { Contract } from '../contracts/define-contract'
import type { Locale } from '../format/locale'
import type { DerivedMetric, MethodVersion, Metric, ReadMetric, Text } from './types'

export type ByLanguage = Readonly<Record<Locale, string>>

type Prose = Pick<Text, 'title' | 'what'> & Partial<Pick<Text, 'caveats'>>

/** A metric's words. A formula that is the same in every language stands once. */
export type Words = {
  readonly formula: string | ByLanguage
  readonly text: Readonly<Record<Locale, Prose>>
}

const textIn = ({ title, what, caveats = [] }: Prose, formula: string): Text => ({ title, what, formula, caveats })

export const formulasOf = (formula: Words['formula']): ByLanguage =>
  typeof formula === 'string' ? { en: formula, 'zh-Hant': formula } : formula

const textOf = ({ formula, text }: Words): Metric['text'] => {
  const formulas = formulasOf(formula)
  return { en: textIn(text.en, formulas.en), 'zh-Hant': textIn(text['zh-Hant'], formulas['zh-Hant']) }
}

/** Words with the caveats that all rows of a table share before their own. */
export const withCaveats = (text: Words['text'], ...shared: readonly ByLanguage[]): Words['text'] => {
  const inLanguage = (locale: Locale): Prose => ({
    ...text[locale],
    caveats: [...shared.map((caveat) => caveat[locale]), ...(text[locale].caveats ?? [])],
  })
  return { en: inLanguage('en'), 'zh-Hant': inLanguage('zh-Hant') }
}

/** What an author writes of a metric. */
type Written<metric extends Metric> = Omit<metric, 'kind' | 'text'> & Words

/** Declares a metric that reads a chain. The result forgets the exact contracts, so that metrics fit one list. */
export const defineMetric = <const declared extends Contract>(written: Written<ReadMetric<declared>>): ReadMetric => {
  const { formula, text, ...metric } = written
  // safe: observe() hands every metric a reader that accepts any contract; the narrow type only guards the author
  return { ...metric, kind: 'read', text: textOf({ formula, text }) } as unknown as ReadMetric
}

/** Declares a metric made of other metrics' numbers. */
export const defineDerived = ({ formula, text, ...metric }: Written<DerivedMetric>): DerivedMetric => ({
  ...metric,
  kind: 'derived',
  text: textOf({ formula, text }),
})

export const firstVersion: readonly [MethodVersion] = [
  { version: 1, since: '2026-11-20', change: { en: 'First definition.', 'zh-Hant': '首版定義。' } },
]

/** The versions of a metric whose definition has changed; newest last. */
export const revised = (
  ...changes: readonly Pick<MethodVersion, 'since' | 'change'>[]
): readonly [MethodVersion, ...MethodVersion[]] => [
  ...firstVersion,
  ...changes.map((change, index) => ({ version: index + 2, ...change })),
]

/** The version of its definition by which a metric's numbers are made. */
export const methodVersionOf = ({ versions }: Pick<Metric, 'versions'>): number => versions.at(-1)?.version ?? 1
