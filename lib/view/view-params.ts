import { type Days, type Pin, ranges, themes, type View, type Viewable } from './chart-view'

/** Days that a link may name: from the first block of any chain read to the end of a plan of many years. */
const FIRST_DAY = Date.UTC(2015, 6, 30) / 1000
const LAST_DAY = Date.UTC(2099, 11, 31) / 1000
/** A list in a link is at most this long. */
const LISTED = 24

/** What a link may have wrong: a parameter's name and what it may be, never what it was. */
export type ViewProblem = { readonly parameter: string; readonly allowed: string }

/** Text → value, or undefined for what is not allowed; `known` are the keys of the chart's series, null where not given. */
export type Param<value> = {
  readonly name: string
  parse(text: string, of: Viewable, known: ReadonlySet<string> | null): value | undefined
  print(value: value): string
  allowed(of: Viewable): string
}

const oneOf =
  <word extends string>(words: readonly word[]) =>
  (text: string): word | undefined =>
    words.find((word) => word === text)

/** `2026-11-20` → its midnight; undefined for a day there is not. */
export const parseDay = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const t = Date.parse(`${text}T00:00:00Z`) / 1000
  return Number.isInteger(t) && printDay(t) === text && t >= FIRST_DAY && t <= LAST_DAY ? t : undefined
}

export const printDay = (t: number): string => new Date(t * 1000).toISOString().slice(0, 10)

const someDay = 'a day such as 2026-01-31, between 2015-07-30 and 2099-12-31'

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
  allowed: () => `up to ${LISTED} series of this chart, with commas between`,
})

const mode: Param<string> = {
  name: 'mode',
  parse: (text, { view }) => oneOf(view.modes)(text),
  print: (value) => value,
  allowed: ({ view }) => view.modes.join(', '),
}

const scale: Param<View['scale']> = {
  name: 'scale',
  parse: (text, { view }) => oneOf(view.scales)(text),
  print: (value) => value,
  allowed: ({ view }) => view.scales.join(', '),
}

const chains: Param<View['chains']> = {
  name: 'chains',
  parse: (text, { view }) => {
    const asked = parseList(text, oneOf(view.chains))
    if (asked === undefined) return undefined
    // all of them is no filter at all, and is written as none
    return asked.length === view.chains.length ? [] : view.chains.filter((chain) => asked.includes(chain))
  },
  print: (value) => value.join(','),
  allowed: ({ view }) => (view.chains.length === 0 ? 'left out: this chart has one chain' : view.chains.join(', ')),
}

const pin: Param<Pin> = {
  name: 'pin',
  parse: (text) => {
    if (/^[0-9a-f]{64}$/.test(text)) return { snapshot: text }
    const [from, to, more] = text.split('..', 3)
    return more === undefined ? parseDays(from, to) : undefined
  },
  print: (value) => ('snapshot' in value ? value.snapshot : `${printDay(value.from)}..${printDay(value.to)}`),
  allowed: () => 'the 64 hexadecimal digits of a snapshot, or two days such as 2026-01-01..2026-01-31',
}

const theme: Param<View['theme']> = {
  name: 'theme',
  parse: oneOf(themes),
  print: (value) => value,
  allowed: () => themes.join(', '),
}

const locale: Param<View['locale']> = {
  name: 'locale',
  parse: oneOf(['en', 'zh-Hant'] as const),
  print: (value) => value,
  allowed: () => 'en, zh-Hant',
}

const controls: Param<boolean> = {
  name: 'controls',
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  print: (value) => (value ? '1' : '0'),
  allowed: () => '0, 1',
}

const range: Param<View['range'] & string> = {
  name: 'range',
  parse: (text, { view }) => oneOf(view.ranges)(oneOf(ranges)(text) ?? ''),
  print: (value) => value,
  allowed: ({ view }) => `${view.ranges.join(', ')}; or leave it out and give from and to`,
}

const day = (name: 'from' | 'to'): Param<number> => ({
  name,
  parse: parseDay,
  print: printDay,
  allowed: () => `${someDay}; from and to come together, from first`,
})

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
