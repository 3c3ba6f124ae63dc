import { chainBySlug } from '../chains'
import { type FailureCode, type FailureReason, failureText } from '../errors'
import { formatDateTime } from '../format/date'
import type { Locale } from '../format/locale'
import type { Scope } from '../metrics/types'

/** What the chart machine itself says. English is written, and so is the Chinese: neither is the other's translation. */
type Phrases = {
  readonly none: string
  readonly noneInRange: string
  readonly onePoint: string
  readonly allGap: string
  readonly hidden: string
  readonly noneOnChains: string
  readonly noShares: string
  readonly logDrops: string
  readonly today: string
  readonly total: string
  readonly others: (count: number) => string
  readonly inGrey: (names: string) => string
  readonly onChains: (name: string, count: number) => string
  readonly unread: (names: string) => string
  readonly notIncluded: (names: string) => string
  readonly stale: (names: string) => string
  readonly parts: (have: number, of: number) => string
  readonly old: (names: string) => string
  readonly allRead: string
  readonly notReadYet: string
  readonly readingsMissing: string
  readonly asOf: (t: number) => string
  readonly method: (versions: string) => string
  /** Between the items of a list. */
  readonly comma: string
  /** Messages that any caption may say: of a series and its newest value, and of windows that are over. */
  readonly messages: Readonly<Record<string, string>>
  readonly and: (names: readonly string[]) => string
  readonly gap: (when: string, reason: string) => string
  /** From one instant to another, both included. */
  readonly span: (from: string, to: string) => string
  /** Where a chart's numbers are from, if it says nothing else. */
  readonly source: string
  readonly time: string
  readonly block: string
  readonly from: string
  readonly until: string
}

const en: Phrases = {
  none: 'Nothing is stored yet. The first reading will appear here.',
  noneInRange: 'Nothing is stored for these days.',
  onePoint: 'One reading so far: a line begins with the second.',
  allGap: 'Nothing could be read in this span.',
  hidden: 'Every series is hidden.',
  noneOnChains: 'There is nothing of this on the chains chosen.',
  noShares: 'The total is 0 throughout, so there are no shares to show.',
  logDrops: 'A logarithmic scale cannot show 0 or less: such values are left out.',
  today: 'Today',
  total: 'Total',
  others: (count) => (count === 1 ? '1 other' : `${count} others`),
  inGrey: (names) => `In grey: ${names}.`,
  onChains: (name, count) => `${name}, ${count} chains`,
  unread: (names) => `${names} could not be read`,
  notIncluded: (names) => `${names}: no reading in this span, so not in the picture.`,
  stale: (names) =>
    `${names}: the newest value is old: the last refresh failed, or a price behind it has not been updated for days.`,
  parts: (have, of) => `${have} of ${of} chains`,
  old: (names) => `older value of ${names}`,
  allRead: 'all numbers read',
  notReadYet: 'not read since',
  readingsMissing: 'no readings',
  asOf: (t) => `As of ${formatDateTime(t, 'en')}`,
  method: (versions) => `method v${versions}`,
  comma: ', ',
  messages: {
    newest: '{value} of {name}',
    'window-total': '{days}: {before} → {after}.',
    'window-series': '{days}: {moves}.',
    'window-move': '{name} {before} → {after}',
  },
  and: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  gap: (when, reason) => `${when}: ${reason}.`,
  span: (from, to) => `${from} – ${to}`,
  source: 'Spark’s contracts, read at one block per chain',
  time: 'Time (UTC)',
  block: 'block',
  from: 'From',
  until: 'To',
}

/** In Chinese text a space stands between an ideograph and a Latin word. */
export const spaced = (text: string): string =>
  text.replace(/([A-Za-z])(?=[\u4e00-\u9fff])/g, '$1 ').replace(/([\u4e00-\u9fff])(?=[A-Za-z])/g, '$1 ')

const zh: Phrases = {
  none: '尚無儲存的資料，第一筆讀數將顯示於此。',
  noneInRange: '這段日期沒有儲存的資料。',
  onePoint: '目前只有一筆讀數，有了第二筆才能連成線。',
  allGap: '這段期間全都無法讀取。',
  hidden: '所有數列都已隱藏。',
  noneOnChains: '所選的鏈上沒有此項。',
  noShares: '總額始終為 0，無從計算比重。',
  logDrops: '對數刻度無法表示 0 與負值，故略去。',
  today: '今日',
  total: '合計',
  others: (count) => `其他 ${count} 項`,
  inGrey: (names) => `灰線：${names}。`,
  onChains: (name, count) => `${name}（${count} 條鏈）`,
  unread: (names) => spaced(`${names}無法讀取`),
  notIncluded: (names) => `${names}：這段期間沒有讀數，未納入圖中。`,
  stale: (names) => `${names}：最新值較舊：上次更新失敗，或其所依據的價格多日未更新。`,
  parts: (have, of) => `${of} 條鏈中的 ${have} 條`,
  old: (names) => spaced(`${names}沿用較早的數值`),
  allRead: '數字皆已讀取',
  notReadYet: '之後尚未讀取',
  readingsMissing: '沒有讀數',
  asOf: (t) => `資料截至 ${formatDateTime(t, 'zh-Hant')}`,
  method: (versions) => `方法 v${versions}`,
  comma: '、',
  messages: {
    newest: '{name} {value}',
    'window-total': '{days}：{before} → {after}。',
    'window-series': '{days}：{moves}。',
    'window-move': '{name} {before} → {after}',
  },
  and: (names) => spaced(names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join('、')}與${names.at(-1)}`),
  gap: (when, reason) => `${when}：${reason}。`,
  span: (from, to) => `${from}至${to}`,
  source: 'Spark 合約，每條鏈只取一個區塊',
  time: '時間（UTC）',
  block: '區塊',
  from: '起',
  until: '迄',
}

export const phrases: Readonly<Record<Locale, Phrases>> = { en, 'zh-Hant': zh }

/** Chinese words for why a chain could not be read; other reasons are not told apart. */
const reasonsZh: Partial<Readonly<Record<FailureCode, string>>> = {
  'no-archive': '節點不再保存這段歷史',
  'rate-limited': '節點拒絕請求：請求過多',
  timeout: '節點無法連上',
  unreachable: '節點無法連上',
}

/** A gap's reason in a reader's language, without its full stop. */
export const gapReason = (reason: FailureReason, locale: Locale): string =>
  locale === 'en' ? failureText(reason).replace(/\.$/, '') : (reasonsZh[reason.code] ?? '無法讀取')

const allChains = { en: 'All chains', 'zh-Hant': '所有鏈' } as const

export const chainName = (chain: Scope, locale: Locale): string =>
  chain === 'all' ? allChains[locale] : chainBySlug(chain).short
