import { formatDays } from '../../format/date'
import type { Locale } from '../../format/locale'
import { formatPercent } from '../../format/number'
import { formatMessage } from '../../i18n/format-message'
import { type CaptionValue, type CaptionValues, windowCaption } from '../define/caption'
import type { Chart } from '../define/define-chart'
import type { Facts } from '../define/facts'
import { phrases, spaced } from '../words'
import { shortFigure } from './figures'

/** Two amounts of one unit with the unit said once; of two units both. */
const between = ([low = '', high = '']: readonly string[]): string => {
  const [, figure = low, unit] = /^([\d.,]+)(.*)$/.exec(low) ?? []
  return `${unit !== undefined && high.endsWith(unit) && /[\d.,]$/.test(high.slice(0, high.length - unit.length)) ? figure : low}–${high}`
}

/** A chart's caption in words: its message with exact values worded in the reader's language. */
export const captionOf = (chart: Chart, facts: Facts, locale: Locale): string => {
  const { caption } = chart.text[locale]
  const messages: Readonly<Record<string, string>> = typeof caption === 'string' ? { caption } : caption
  const { unit, symbol } = chart
  const written = { unit, locale, ...(symbol === undefined ? {} : { symbol }) }
  const { and, comma } = phrases[locale]

  const word = (value: CaptionValue): string => {
    if (typeof value === 'string') return value
    if ('short' in value) return shortFigure(value.short, written)
    if ('from' in value) return formatDays(value.from, value.to, locale)
    if ('amount' in value) return shortFigure(value.amount, written, true)
    if ('between' in value) return between(value.between.map((each) => shortFigure(each, written, true)))
    if ('percent' in value) return formatPercent(value.percent, locale, { decimals: value.decimals })
    if ('name' in value) return value.name[locale]
    if ('and' in value) return and(value.and.map((name) => name[locale]))
    if ('list' in value) return value.list.map((name) => name[locale]).join(comma)
    return value.of.map((values) => say(value.each, values)).join(comma)
  }
  const say = (name: string, values: CaptionValues): string => {
    const message = messages[name] ?? phrases[locale].messages[name]
    if (message === undefined) throw new RangeError(`${chart.slug} has no ${locale} caption called ${name}.`)
    return formatMessage(
      locale,
      message,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, word(value)])),
    )
  }
  const { past } = facts
  const { say: name, values } = past === null ? chart.caption(facts) : (chart.pastCaption ?? windowCaption)(facts, past)
  return locale === 'en' ? say(name, values) : spaced(say(name, values))
}
