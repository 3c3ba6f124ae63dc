import { locales, sameWords, type Words } from '../../format/locale'
import { type Days, type Pin, themes, type View, type Viewable } from './view'

/** Days that a link may name: from the first block of any chain read to the end of a plan of many years. */
const FIRST_DAY = Date.UTC(2015, 6, 30) / 1000
const LAST_DAY = Date.UTC(2099, 11, 31) / 1000
/** A list in a link is at most this long. */
const LISTED = 24

/** What a link may have wrong: a parameter's name and what it may be, never what it was. */
export type ViewProblem = { readonly parameter: string; readonly allowed: Words }

/** Text → value, or undefined for what is not allowed; `known` are the keys of the chart's series, null where not given. */
export type Param<value> = {
  readonly name: string
  parse(text: string, of: Viewable, known: ReadonlySet<string> | null): value | undefined
  print(value: value): string
  allowed(of: Viewable): Words
  /** The closed set that it is one of, or a list of; none where it names days, series or snapshots. */
  values?(of: Viewable): readonly string[]
}

const words = (en: string, zh: string): Words => ({ en, 'zh-Hant': zh })

/** Values as a link has them: the same in every language. */
const listed = (values: readonly string[]): Words => sameWords(values.join(', '))

const oneOf =
  <word extends string>(known: readonly word[]) =>
  (text: string): word | undefined =>
    known.find((word) => word === text)

/** `2026-11-20` → its midnight; undefined for a day there is not. */
export const parseDay = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const t = Date.parse(`${text}T00:00:00Z`) / 1000
  return Number.isInteger(t) && printDay(t) === text && t >= FIRST_DAY && t <= LAST_DAY ? t : undefined
}

export const printDay = (t: number): string => new Date(t * 1000).toISOString().slice(0, 10)

const parseDays = (from: string | undefined, to: string | undefined): Days | undefined => {
  const [a, b] = [parseDay(from ?? ''), parseDay(to ?? '')]
  return a !== undefined && b !== undefined && a <= b ? { from: a, to: b } : undefined
}

/** A comma-separated list without repetition, in one order whatever the order written. */
const parseList = <item extends string>(text: string, item: (word: string) => item | undefined): item[] | undefined => {
  const found = new Set<item>()
  for (const word of text.split(',', LISTED + 1)) {
    const known = item(word)
    if (known === undefined) return undefined
    found.add(known)
  }
  return found.size > LISTED ? undefined : [...found].sort()
}

/** A series' key: the id of a number, or a name of the chart's own. */
const keyShape = /^[a-z][a-z0-9-]{0,40}(\.[a-z0-9-]{1,60}:[a-z]{1,12}:[A-Za-z0-9_.@-]{1,140})?$/

const series = (name: 'hide' | 'add'): Param<readonly string[]> => ({
  name,
  parse: (text, _of, known) =>
    parseList(text, (word) => (keyShape.test(word) && (known === null || known.has(word)) ? word : undefined)),
  print: (keys) => [...keys].sort().join(','),
  allowed: () =>
    words(`up to ${LISTED} series of this chart, with commas between`, `最多 ${LISTED} 個此圖表的數列，以逗號分隔`),
})

/** One of a closed set, written as it is. */
const chosen = <word extends string>(name: string, values: (of: Viewable) => readonly word[]): Param<word> => ({
  name,
  parse: (text, of) => oneOf(values(of))(text),
  print: (value) => value,
  allowed: (of) => listed(values(of)),
  values,
})

const mode = chosen('mode', ({ view }) => view.modes)
const scale = chosen('scale', ({ view }) => view.scales)
const theme = chosen('theme', () => themes)
const locale = chosen('locale', () => locales)

const chains: Param<View['chains']> = {
  name: 'chains',
  parse: (text, { view }) => {
    const asked = parseList(text, oneOf(view.chains))
    if (asked === undefined) return undefined
    // all of them is no filter at all, and is written as none
    return asked.length === view.chains.length ? [] : view.chains.filter((chain) => asked.includes(chain))
  },
  print: (value) => value.join(','),
  allowed: ({ view }) =>
    view.chains.length === 0
      ? words('left out: this chart has one chain', '省略（此圖表只有一條鏈）')
      : listed(view.chains),
  values: ({ view }) => view.chains,
}

const pin: Param<Pin> = {
  name: 'pin',
  parse: (text) => {
    const [what = '', revision] = text.split(/@(?=(?:0|[1-9]\d{0,14})$)/)
    const stored = revision === undefined ? {} : { stored: Number(revision) }
    if (/^[0-9a-f]{64}$/.test(what)) return { snapshot: what, ...stored }
    const [from, to, more] = what.split('..', 3)
    const days = more === undefined ? parseDays(from, to) : undefined
    return days && { ...days, ...stored }
  },
  print: (value) => {
    const what = 'snapshot' in value ? value.snapshot : `${printDay(value.from)}..${printDay(value.to)}`
    return value.stored === undefined ? what : `${what}@${value.stored}`
  },
  allowed: () =>
    words(
      'the 64 hexadecimal digits of a snapshot, or two days such as 2026-01-01..2026-01-31; behind either, as pinned links have it, @ and the state of the history',
      '快照的 64 位十六進位數字，或兩個日期，例如 2026-01-01..2026-01-31；其後可如固定連結加上 @ 與歷史資料的時點',
    ),
}

const flags = ['0', '1'] as const

const controls: Param<boolean> = {
  name: 'controls',
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  print: (value) => (value ? '1' : '0'),
  allowed: () => listed(flags),
  values: () => flags,
}

const range: Param<View['range'] & string> = {
  ...chosen('range', ({ view }) => view.ranges),
  allowed: ({ view }) => {
    const names = view.ranges.join(', ')
    return words(`${names}; or leave it out and give from and to`, `${names}；或省略，改用 from 與 to`)
  },
}

const day = (name: 'from' | 'to'): Param<number> => ({
  name,
  parse: parseDay,
  print: printDay,
  allowed: () =>
    words(
      'a day such as 2026-01-31, between 2015-07-30 and 2099-12-31; from and to come together, from first',
      '日期，例如 2026-01-31，介於 2015-07-30 與 2099-12-31 之間；from 與 to 須一併給出，from 在前',
    ),
})

export const givenOnce: Words = words('given once', '只給一次')

export const versionsAllowed = (newest: number): Words =>
  newest === 1 ? listed(['1']) : words(`a whole number from 1 to ${newest}`, `1 至 ${newest} 的整數`)

/** Each parameter of a view. The range is written as one word or as two days, so it stands apart. */
export const viewParams = {
  mode,
  scale,
  chains,
  hide: series('hide'),
  add: series('add'),
  pin,
  theme,
  locale,
  controls,
}
export const rangeParams = { range, from: day('from'), to: day('to') }

/** The names of all of them in the order in which links have them: what a server's cache keeps of a query. */
export const viewParamNames = [
  'range',
  'from',
  'to',
  'mode',
  'scale',
  'chains',
  'hide',
  'add',
  'pin',
  'theme',
  'locale',
  'controls',
  'v',
] as const
