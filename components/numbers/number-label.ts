import type { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/format/locale'
import { metricById } from '@/lib/metrics'
import { chainName, keyName } from '@/lib/numbers/name'
import type { Observation } from '@/lib/numbers/number-index'
import { lineKeys, lines } from '@/lib/products/lines'

type Translate = ReturnType<typeof useTranslations<'common'>>

/** What the key is called, a line by its name; null of a total, which is told by its chain alone. */
export const keyLabel = (num: Observation, locale: Locale): string | null => {
  if (num.key === 'TOTAL') return null
  const line = metricById(num.metric)?.keysAre === 'lines' ? lineKeys.find((each) => each === num.key) : undefined
  return line ? lines[line].name[locale] : keyName(num)
}

/** `USDC · Ethereum`; of a total its chain alone. */
export const placeLabel = (num: Observation, t: Translate, locale: Locale): string =>
  [keyLabel(num, locale), chainName(num.chain) ?? t('all-chains')].filter((word) => word !== null).join(' · ')
