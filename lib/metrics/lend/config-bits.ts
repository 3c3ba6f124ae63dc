import type { Locale } from '../../format/locale'
import { reserveConfigBits } from '../../math/reserve-config'

/** What follows the place in a formula, by language. */
export type Ending = Readonly<Record<Locale, string>>

/** The formula of a setting: where it lies in the reserve's configuration. */
export const bitsOf = (field: keyof typeof reserveConfigBits, ending: Ending = { en: '', 'zh-Hant': '' }): Ending => {
  const [first, width] = reserveConfigBits[field]
  const last = first + width - 1
  const place = first === last ? `bit ${first}` : `bits ${first} to ${last}`
  const placeZh = first === last ? `${first}` : `${first} 至 ${last}`
  return {
    en: `${place} of the reserve’s configuration${ending.en}`,
    'zh-Hant': `儲備設定的第 ${placeZh} 位元${ending['zh-Hant']}`,
  }
}
