import { chains } from '../chains'
import type { Locale } from '../format/locale'
import { metricById } from '../metrics'
import type { Observation, Scope } from '../metrics/types'

/** The metric's title in a language; its id where the registry has none of it (an old snapshot's, for one). */
export const titleOf = (num: Pick<Observation, 'metric'>, locale: Locale): string =>
  metricById(num.metric)?.text[locale].title ?? num.metric

export const chainName = (scope: Scope): string | null => chains.find(({ slug }) => slug === scope)?.name ?? null

/** What a person calls the key. */
export const keyName = (num: Pick<Observation, 'label' | 'key'>): string => num.label ?? num.key

/** Metric, key and chain in one line. */
export const fullNameOf = (num: Observation, locale: Locale): string =>
  [titleOf(num, locale), keyName(num), chainName(num.chain)].filter(Boolean).join(' · ')
