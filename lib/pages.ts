import { viewParamNames } from './charts/query/params'
import { sortShape } from './pages/table-sort'

/** How long others may keep a page: `status` speaks of this second. */
type CacheKind = 'page' | 'status'

export type PageDefinition = {
  /** Without language; as in Next's folders `[name]` stands for one segment, `[...name]` for any number of them. */
  readonly path: `/${string}`
  /** Query parameters that the page reads: any other never reaches it, nor the key of the response cache. */
  readonly params?: readonly string[]
  /** Whether it stands in the header; in the order of the manifest. */
  readonly nav?: true
  /** The page in the header that it belongs to, where it does not stand there itself. */
  readonly section?: string
  /** What of it the sitemap lists: the page itself, or a list that lib/pages/sitemap.ts makes. */
  readonly sitemap?: 'itself' | 'charts' | 'reserves'
  /** Whether it shows stored series; only such a page gets at them. */
  readonly history?: true
  /** Whether it shows nothing but a waiting message until some chain has been read. */
  readonly waits?: true
  readonly cache?: CacheKind
  /** Anyone can name endlessly many paths of it: kept apart, so that they never push out the rest. */
  readonly unbounded?: true
}

/** A chart's page takes its language from its path, and leaves theme and controls to its reader. */
const isPageParam = (name: (typeof viewParamNames)[number]) => !['theme', 'locale', 'controls'].includes(name)
type ChartParam = Exclude<(typeof viewParamNames)[number], 'theme' | 'locale' | 'controls'>

const define = <const manifest extends Readonly<Record<string, PageDefinition>>>(pages: manifest): manifest => pages

/**
 * Every page of the site. The header, the sitemap, what the server routes, the key of its cache, and what a route's
 * `definePage` passes on all follow from here.
 */
export const pages = define({
  overview: { path: '/', nav: true, sitemap: 'itself', history: true, waits: true },
  lend: { path: '/lend', params: ['sort'], nav: true, sitemap: 'itself', history: true, waits: true },
  reserve: { path: '/lend/[chain]/[asset]', section: 'lend', sitemap: 'reserves', unbounded: true },
  savings: { path: '/savings', params: ['sort'], nav: true, sitemap: 'itself', history: true, waits: true },
  liquidity: { path: '/liquidity', params: ['sort'], nav: true, sitemap: 'itself', waits: true },
  rwa: { path: '/rwa', params: ['sort'], nav: true, sitemap: 'itself', waits: true },
  spk: { path: '/spk', params: ['sort'], nav: true, sitemap: 'itself', history: true, waits: true },
  charts: { path: '/charts', nav: true, sitemap: 'itself', history: true },
  chart: {
    path: '/charts/[slug]',
    // safe: the filter leaves out exactly what the type does
    params: viewParamNames.filter(isPageParam) as readonly ChartParam[],
    section: 'charts',
    sitemap: 'charts',
    history: true,
  },
  // `at` is refused: a number as it is now may not stand under an old date
  number: { path: '/numbers/[id]', params: ['at'], unbounded: true },
  method: { path: '/method', nav: true, sitemap: 'itself' },
  status: { path: '/status', nav: true, sitemap: 'itself', cache: 'status' },
  'not-found': { path: '/[...rest]', unbounded: true },
})

type Pages = typeof pages
export type PageName = keyof Pages

/** Names of the query parameters that a page reads. */
export type PageParam<name extends PageName> = Pages[name] extends { readonly params: readonly (infer param)[] }
  ? param & string
  : never

/** Names of the `[segments]` of a path. */
export type PathParam<path extends string> = path extends `${string}[...${string}]${infer rest}`
  ? PathParam<rest>
  : path extends `${string}[${infer param}]${infer rest}`
    ? param | PathParam<rest>
    : never

/** Whether a page has a property, such as `history`. */
export type PageHas<name extends PageName, property extends keyof PageDefinition> =
  Pages[name] extends Readonly<Record<property, true>> ? true : false

/** Names of the pages in the header. */
export type Section = { [name in PageName]: PageHas<name, 'nav'> extends true ? name : never }[PageName]

/** Parameters of which only the first value counts, and nothing of another shape. */
export const paramShapes: Readonly<Record<string, RegExp>> = { sort: sortShape }

const isSection = (name: PageName): name is Section => 'nav' in pages[name]

// safe: these are the keys that `pages` was just written with
export const pageNames = Object.keys(pages) as readonly PageName[]

/** The pages in the header, in their order. */
export const sections: readonly { readonly name: Section; readonly path: string }[] = pageNames
  .filter(isSection)
  .map((name) => ({ name, path: pages[name].path }))

/** A page's definition, for code that does not know which page it has. */
export const pageDefinition = (name: PageName): PageDefinition => pages[name]

/** The page in the header that a page belongs to; null where it belongs to none. */
export const sectionOf = (name: PageName): Section | null => {
  const { section } = pageDefinition(name)
  return sections.find((each) => each.name === (section ?? name))?.name ?? null
}
