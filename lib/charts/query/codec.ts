import { type Migration, migrate, migrations, type Query, unversioned, viewVersion } from './migrations'
import {
  givenOnce,
  type Param,
  printDay,
  rangeParams,
  type ViewProblem,
  versionsAllowed,
  viewParamNames,
  viewParams,
} from './params'
import { defaultView, type View, type Viewable } from './view'

export type ParsedView = { readonly view: View; readonly problems: readonly ViewProblem[] }

export type ParseOptions = {
  /** Keys of the series that the chart could show: any other is a problem. Without it their shape alone is looked at. */
  readonly known?: ReadonlySet<string>
  /** The language where the query says none: that of the page's path. */
  readonly locale?: View['locale']
  readonly migrations?: readonly Migration[]
}

const isViewParam = (name: string): boolean => viewParamNames.some((known) => known === name)

/** Each name once, empty values left out: `?range=` says nothing. */
const readQuery = (search: URLSearchParams): Query =>
  Object.fromEntries([...search].filter(([name, value]) => value !== '' && search.get(name) === value))

/** The version a query says it is of; today's where it says none; undefined where there is no such version. */
const versionOf = (search: URLSearchParams, newest: number): number | undefined => {
  const v = search.get('v')
  if (!v) return newest
  const version = /^[1-9]\d{0,2}$/.test(v) ? Number(v) : 0
  return version >= 1 && version <= newest ? version : undefined
}

/** Reads parameters, and keeps what is wrong with them. */
const reader = (chart: Viewable, query: Query, known: ReadonlySet<string> | null) => {
  const problems: ViewProblem[] = []
  const reject = (param: Pick<Param<never>, 'name' | 'allowed'>): undefined => {
    problems.push({ parameter: param.name, allowed: param.allowed(chart) })
  }
  const read = <value>(param: Param<value>): value | undefined => {
    const text = query[param.name]
    return text === undefined ? undefined : (param.parse(text, chart, known) ?? reject(param))
  }
  return { problems, reject, read }
}

/** A range by name or by its two days; undefined where the query says neither. */
const readRange = (query: Query, { read, reject }: ReturnType<typeof reader>): View['range'] | undefined => {
  const { range, from, to } = rangeParams
  if (query.from === undefined && query.to === undefined) return read(range)
  if (query.range !== undefined) return reject(range)
  if (query.from === undefined) return reject(from)
  if (query.to === undefined) return reject(to)
  const [first, last] = [read(from), read(to)]
  if (first === undefined || last === undefined) return undefined
  return last < first ? reject(to) : { from: first, to: last }
}

/**
 * The view that a query asks for. Unknown parameters fall away; a bad value of a known one leaves the default in its place
 * and is a problem that names what is allowed, never what was given. Never throws.
 */
export const parseView = (chart: Viewable, search: URLSearchParams, options: ParseOptions = {}): ParsedView => {
  const { known = null, locale, migrations: table = migrations } = options
  const base = { ...defaultView(chart), ...(locale === undefined ? {} : { locale }) }
  const newest = table.length + 1
  const version = versionOf(search, newest)
  if (version === undefined) return { view: base, problems: [{ parameter: 'v', allowed: versionsAllowed(newest) }] }
  const given = readQuery(search)
  const isBare = !Object.keys(given).some(isViewParam)
  const old = search.get('v') || isBare ? given : migrate(given, 1, chart, unversioned)
  const query = migrate(old, version, chart, table)
  const reading = reader(chart, query, known)
  for (const parameter of new Set(search.keys()))
    if (isViewParam(parameter) && search.getAll(parameter).length > 1)
      reading.problems.push({ parameter, allowed: givenOnce })
  const { read, problems } = reading
  const p = viewParams
  const view: View = {
    range: readRange(query, reading) ?? base.range,
    mode: read(p.mode) ?? base.mode,
    scale: read(p.scale) ?? base.scale,
    chains: read(p.chains) ?? base.chains,
    hide: read(p.hide) ?? base.hide,
    add: read(p.add) ?? base.add,
    pin: read(p.pin) ?? base.pin,
    theme: read(p.theme) ?? base.theme,
    locale: read(p.locale) ?? base.locale,
    controls: read(p.controls) ?? base.controls,
  }
  return { view, problems }
}

const printRange = (view: View, base: View): readonly (readonly [string, string])[] => {
  if (typeof view.range !== 'string')
    return [
      ['from', printDay(view.range.from)],
      ['to', printDay(view.range.to)],
    ]
  return view.range === base.range ? [] : [['range', view.range]]
}

/**
 * A view as a query, in one order, with only what differs from where the chart begins; empty where nothing does. Equal
 * views give equal text. `locale` is the language of the page's path, which says it already.
 */
export const viewQuery = (
  chart: Viewable,
  view: View,
  { locale }: Pick<ParseOptions, 'locale'> = {},
): URLSearchParams => {
  const base = { ...defaultView(chart), ...(locale === undefined ? {} : { locale }) }
  const print = <value>(param: Param<value>, value: value, standard: value): readonly (readonly [string, string])[] => {
    const text = param.print(value)
    return text === param.print(standard) ? [] : [[param.name, text]]
  }
  const p = viewParams
  const pairs = [
    ...printRange(view, base),
    ...print(p.mode, view.mode, base.mode),
    ...print(p.scale, view.scale, base.scale),
    ...print(p.chains, view.chains, base.chains),
    ...print(p.hide, view.hide, base.hide),
    ...print(p.add, view.add, base.add),
    ...(view.pin === null ? [] : [[p.pin.name, p.pin.print(view.pin)] as const]),
    ...print(p.theme, view.theme, base.theme),
    ...print(p.locale, view.locale, base.locale),
    ...print(p.controls, view.controls, base.controls),
  ]
  return new URLSearchParams(
    [...pairs, ...(pairs.length > 0 ? [['v', String(viewVersion)]] : [])].map(([k, v]) => [k ?? '', v ?? '']),
  )
}

/** The same for an address bar: `?…`, or nothing. What a query may hold unescaped (commas, colons, at signs) stays readable. */
export const viewSearch = (chart: Viewable, view: View, options: Pick<ParseOptions, 'locale'> = {}): string => {
  const query = viewQuery(chart, view, options).toString()
  return query === '' ? '' : `?${query.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@')}`
}
