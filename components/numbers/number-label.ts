import type { useTranslations } from 'next-intl'
import type { Locale } from '@/lib/format/locale'
import { messages } from '@/lib/i18n/messages'
import { metricById } from '@/lib/metrics'
import { chainName, keyName } from '@/lib/numbers/name'
import type { Observation } from '@/lib/numbers/number-index'
import { keyNameIn } from '@/lib/products/key-names'
import { lineKeys, lines } from '@/lib/products/lines'
import { venueName } from '../liquidity/venue-name'

type Translate = ReturnType<typeof useTranslations<'common'>>

const entry = (names: Readonly<Record<string, unknown>>, key: string): string | null => {
  const found = Object.hasOwn(names, key) ? names[key] : null
  const name = typeof found === 'object' && found !== null ? Reflect.get(found, 'title') : found
  return typeof name === 'string' ? name : null
}

/** Keys that a metric tells apart by a list of words: parts of the layer, venues, buckets of the plan, holders of SPK. */
const listed = ({ metric, key }: Observation, locale: Locale): string | null => {
  const { liquidity, spk } = messages[locale]
  switch (metric) {
    case 'liquidity.part-usd':
      return entry(liquidity.tiles, key) ?? entry(liquidity.parts, key)
    case 'liquidity.venue-usd':
      return venueName(key, liquidity.venues)
    case 'spk.planned': {
      const bucket: unknown = Reflect.get(spk.plan.buckets, key)
      return typeof bucket === 'object' && bucket !== null ? entry({ name: Reflect.get(bucket, 'name') }, 'name') : null
    }
    case 'spk.locked':
      return entry(spk.circulation.holders, key)
    default:
      return null
  }
}

/** What a position waits for and who holds it, as they stand behind its token: `JTRSY.PENDING_REDEEM`, `USDC@OTC_BUFFER`. */
const behind = (key: string, locale: Locale): readonly string[] => {
  const { waits, holders } = messages[locale].liquidity
  const [, state, holder] = /^[^.@]+(?:\.([^@]+))?(?:@(.+))?$/.exec(key) ?? []
  return [
    ...(state === undefined ? [] : [entry(waits, state) ?? state]),
    ...(holder === undefined ? [] : [entry(holders, holder) ?? holder]),
  ]
}

/** What the key is called; null of a total, which is told by its chain alone. */
export const keyLabel = (num: Observation, locale: Locale): string | null => {
  const { key, label } = num
  if (key === 'TOTAL') return null
  const line = metricById(num.metric)?.keysAre === 'lines' ? lineKeys.find((each) => each === key) : undefined
  if (line) return lines[line].name[locale]
  const whole = listed(num, locale) ?? keyNameIn(key)?.[locale]
  if (whole) return whole
  const more = behind(key, locale)
  if (more.length === 0) return keyName(num)
  const token = key.replace(/[.@].*$/, '')
  return [keyNameIn(token)?.[locale] ?? (label ?? key).replace(/[.@].*$/, ''), ...more].join(' · ')
}

/** `USDC · Ethereum`; of a total its chain alone. */
export const placeLabel = (num: Observation, t: Translate, locale: Locale): string =>
  [keyLabel(num, locale), chainName(num.chain) ?? t('all-chains')].filter((word) => word !== null).join(' · ')
