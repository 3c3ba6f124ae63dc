import { inBoth, type Locale, type Words } from '../../format/locale'

/** What a chart says in one language. */
export type ChartWords = {
  readonly title: string
  /** One sentence: what it shows. */
  readonly what: string
  readonly notes?: readonly string[]
  /** Of a mode, for its button. */
  readonly modes: Readonly<Record<string, string>>
  /** Of an event, by the name under which the chart declares it. */
  readonly events?: Readonly<Record<string, string>>
  /** Of a series, by a name of the chart's own. */
  readonly series?: Readonly<Record<string, string>>
  /** Where its numbers are from, where it is not simply Spark's contracts. */
  readonly source?: string
  /** One sentence with the newest numbers, an ICU message over the caption's values; or several, by name. */
  readonly caption: string | Readonly<Record<string, string>>
}

export type ChartTexts = Readonly<Record<Locale, ChartWords>>

/** A name that a chart's words give, in both languages. @throws RangeError where one has none. */
export const nameIn = (text: ChartTexts, of: 'modes' | 'events' | 'series', name: string): Words =>
  inBoth((locale) => {
    const found = text[locale][of]?.[name]
    if (found === undefined) throw new RangeError(`No ${locale} name for ${name} among the ${of}.`)
    return found
  })
