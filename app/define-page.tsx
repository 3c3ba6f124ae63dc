import { headers } from 'next/headers'
import { locale as rootLocale } from 'next/root-params'
import { getTranslations } from 'next-intl/server'
import { Shell, type ShellProps } from '@/components/layout/shell'
import { Waiting } from '@/components/layout/waiting'
import type { Network } from '@/lib/chains'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { type Messages, messages } from '@/lib/i18n/messages'
import { hasRead, type NumberIndex, numbersOf, type Snapshot } from '@/lib/numbers/number-index'
import {
  type PageHas,
  type PageName,
  type PageParam,
  type PathParam,
  pageDefinition,
  type pages,
  sectionOf,
} from '@/lib/pages'
import { type PageStatus, setPageStatus } from '@/lib/pages/response'
import { getAppRuntime } from '@/lib/server/app-runtime'
import { requestContext } from '@/lib/server/request-context'
import { type ChainFreshness, freshnessOf } from '@/lib/snapshot/freshness'
import { readFigure } from './chart-figure'
import { pageCardHref } from './page-card'

/** What Next passes to a route. */
type RouteProps = {
  readonly params: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

type Figure = Awaited<ReturnType<typeof readFigure>>
type ReadFigure = (chart: Parameters<typeof readFigure>[0], view?: Parameters<typeof readFigure>[2]) => Promise<Figure>

/** What a page is made of: no more than the manifest says that it needs. */
export type PageContext<name extends PageName> = {
  readonly locale: Locale
  /** The `[segments]` of its path, decoded. */
  readonly params: Readonly<Record<PathParam<(typeof pages)[name]['path']>, string>>
  /** Its query parameters, as they were asked for. */
  readonly query: Readonly<Partial<Record<PageParam<name>, string | readonly string[]>>>
  readonly snapshot: Snapshot | null
  /** null until some chain has been read: a page that waits is not asked before. */
  readonly numbers: PageHas<name, 'waits'> extends true ? NumberIndex : NumberIndex | null
  readonly network: Network
  /** How each chain stands now. */
  readonly chains: readonly ChainFreshness[]
} & (PageHas<name, 'history'> extends true
  ? {
      /** A chart as it begins, in the page's language; null where it cannot be made just now. */
      readonly readFigure: ReadFigure
    }
  : object)

type Head = Pick<ShellProps, 'title' | 'description'>

/** Pages whose messages, a file of the page's name, hold `title` and `description`. */
type TitledPage = {
  [name in PageName & keyof Messages]: Messages[name] extends Required<Head> ? name : never
}[PageName & keyof Messages]

type AnyContent = Partial<Head> &
  Partial<Pick<ShellProps, 'preview'>> & {
    readonly body: React.ReactNode
    /** Its path without language, where the manifest's has `[segments]`. */
    readonly path?: string
    readonly status?: PageStatus
    /** With status 400: the parameters it was asked wrongly by. */
    readonly refused?: readonly string[]
  }

/** What a page answers; its title only where its messages do not hold it. */
export type PageContent<name extends PageName> = AnyContent & (name extends TitledPage ? object : Head)

type Render<name extends PageName> = (context: PageContext<name>) => PageContent<name> | Promise<PageContent<name>>

const isTitled = (name: PageName): name is TitledPage => {
  const own: unknown = Reflect.get(messages[defaultLocale], name)
  return typeof own === 'object' && own !== null && 'title' in own && 'description' in own
}

const headOf = async (name: PageName): Promise<Head> => {
  if (!isTitled(name)) return { title: name }
  const t = await getTranslations(name)
  return { title: t('title'), description: t('description') }
}

const decoded = (params: Awaited<RouteProps['params']>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, decodeURIComponent(value)]] : [],
    ),
  )

const known = (query: Awaited<RouteProps['searchParams']>, params: readonly string[] = []) =>
  Object.fromEntries(Object.entries(query).filter(([name]) => params.includes(name)))

/** The same query for code that reads links. */
export const searchOf = (query: Readonly<Record<string, string | readonly string[] | undefined>>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : (value ?? []).map((each) => [name, each]),
    ),
  )

/** Reads the newest snapshot, from memory, so that no page waits on a node or the database; tells the server the status. */
const renderPage = async <name extends PageName>(name: name, render: Render<name>, props: RouteProps) => {
  const definition = pageDefinition(name)
  const asked = await rootLocale()
  const locale = isLocale(asked) ? asked : defaultLocale
  const { latest, network, siteUrl, now } = getAppRuntime()
  const snapshot = latest()
  const chains = freshnessOf(snapshot, { network, now: now() })
  const numbers = snapshot && hasRead(snapshot) ? numbersOf(snapshot) : null
  const { origin } = requestContext(await headers())
  // safe: its fields are those that the manifest's types speak of
  const context = {
    locale,
    params: decoded(await props.params),
    query: known(await props.searchParams, definition.params),
    snapshot,
    numbers,
    network,
    chains,
    readFigure: (chart, view) => readFigure(chart, locale, view),
  } as PageContext<name> & { readonly readFigure: ReadFigure }
  const isWaiting = definition.waits === true && numbers === null
  const content: AnyContent = isWaiting ? { body: <Waiting /> } : await render(context)
  const { body, path = definition.path, status = 200, refused = [], ...head } = content
  setPageStatus(status, refused)
  const preview = { image: pageCardHref(name, path, locale) }
  const site = { snapshot, network, chains, siteUrl, origin }
  return (
    <Shell
      site={site}
      section={sectionOf(name)}
      path={path}
      status={status}
      preview={preview}
      {...(await headOf(name))}
      {...head}
    >
      {body}
    </Shell>
  )
}

/** The route of a page in the manifest: `render` says what stands in the page, the rest is the same for all. */
export const definePage =
  <name extends PageName>(name: name, render: Render<name>) =>
  (props: RouteProps) =>
    renderPage(name, render, props)
