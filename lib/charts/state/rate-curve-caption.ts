import type { Locale } from '../../format/locale'
import { formatPercent } from '../../format/number'
import { compare, fromDecimalString } from '../../math/fixed'
import { type CaptionWords, curveWords, type RateName } from './rate-curve-words'

/** What a caption is made of: exact ratios; `usage` is null where the reserve's place is not known. */
export type CurveFigures = {
  readonly usage: string | null
  readonly borrow: string
  readonly supply: string
  readonly kink: string
  readonly atKink: string
  readonly highest: string
  readonly rate: RateName
}

const isAbove = (usage: string, kink: string): boolean => compare(fromDecimalString(usage), fromDecimalString(kink)) > 0

/** Whole per cents without their zeros, as most kinks are. */
export const shortPercent = (ratio: string, locale: Locale): string =>
  formatPercent(ratio, locale).replace(/\.00(?=\u00a0)/, '')

export const captionOf = (figures: CurveFigures, isFlat: boolean, locale: Locale): string => {
  const { usage, kink, rate } = figures
  const say = curveWords[locale]
  if (isFlat) return say.flat
  const percent = (ratio: string): string => formatPercent(ratio, locale)
  const words: CaptionWords = {
    usage: percent(usage ?? '0'),
    borrow: percent(figures.borrow),
    supply: percent(figures.supply),
    kink: shortPercent(kink, locale),
    atKink: percent(figures.atKink),
    highest: percent(figures.highest),
    rate,
  }
  if (usage === null) return say.unknown(words)
  if (usage === '0') return say.idle(words)
  if (usage === '1') return say.full(words)
  return isAbove(usage, kink) ? say.above(words) : say.below(words)
}
