import { LruCache } from '../lru-cache'
import type { Route, RouteKind } from './route'
import { routes } from './routes'

/** The longest request target answered, in characters. */
export const maxUrlLength = 2048

/** One spelling for all requests that mean the same. */
export type CanonicalUrl = {
  /** As asked for: a rewritten path would differ from the browser's, and hydration would fail. */
  readonly path: string
  /** Known parameters only, in one order; with its `?`, or empty. */
  readonly search: string
  readonly kind: RouteKind
  /** Speaks of one stored snapshot or of one revision of history, so its answer never changes. */
  readonly pinned: boolean
  /** One of endlessly many: kept in a cache apart from the rest. */
  readonly unbounded: boolean
}

export type NotServed =
  | { readonly refuse: 400 | 404 | 414; readonly why: string }
  /** The same page under its one address. */
  | { readonly moved: string }

const refuse = (status: 400 | 404 | 414, why: string): NotServed => ({ refuse: status, why })

/** What never changes again: a stored snapshot by the hash of its content; its history or finalised days at a revision. */
const snapshotId = /^(0x)?[0-9a-f]{32,64}$/
const revision = /^([0-9a-f]{64}|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})@\d{1,15}$/

const isDecodable = (path: string) => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** English stands without a prefix; `/en/…` moves there. */
const unprefixed = (path: string) => (path === '/en' || path === '/en/' ? '/' : path.slice('/en'.length))

const canonicalSearch = (query: string, { params, sets = [], shapes = {} }: Route) => {
  if (query === '' || params.length === 0) return new URLSearchParams()
  const asked = new URLSearchParams(query)
  const known = [...params].sort().flatMap((name) => {
    const shape = shapes[name]
    const values = shape
      ? asked
          .getAll(name)
          .slice(0, 1)
          .filter((value) => shape.test(value))
      : asked.getAll(name)
    const ordered = sets.includes(name) ? [...new Set(values)].sort() : values
    return ordered.map((value) => [name, value])
  })
  return new URLSearchParams(known)
}

/** What a request target means, or why it is not served. Unknown parameters are dropped, known ones put in order. */
export const canonicalUrl = (target: string): CanonicalUrl | NotServed => {
  if (target.length > maxUrlLength) return refuse(414, `A URL may be ${maxUrlLength} characters long.`)
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const query = mark < 0 ? '' : target.slice(mark + 1)
  if (!path.startsWith('/') || !isDecodable(path)) return refuse(400, 'The path is malformed.')
  // An encoded slash, backslash, control character or dot segment names no page of ours, and could mean two things.
  if (/\/\/|\\|%(2f|5c|[01][0-9a-f]|7f)|(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path))
    return refuse(404, 'There is no such path.')
  if (/^\/files(\/|$)/.test(path) || /^\/_next(\/|$)(?!static\/.)/.test(path))
    return refuse(404, 'There is no such path.')
  const isMoved = /^\/en(\/|$)/.test(path)
  const bare = isMoved ? unprefixed(path) : path.replace(/^\/zh-Hant(?=\/|$)/, '') || '/'
  const route = routes.find((candidate) => candidate.path.test(bare))
  if (route === undefined) return refuse(404, 'There is no such path.')
  const known = canonicalSearch(query, route)
  const search = known.size === 0 ? '' : `?${known}`
  if (isMoved) return { moved: unprefixed(path) + search }
  const [at, pins] = [known.getAll('at'), known.getAll('pin')]
  return {
    path,
    search,
    kind: route.kind,
    // a page carries the newest blocks of all chains around what is pinned; a frame's drawing is for the scripts of this build
    pinned:
      route.kind !== 'page' &&
      !known.has('frame') &&
      at.length + pins.length === 1 &&
      at.every((id) => snapshotId.test(id)) &&
      pins.every((pin) => revision.test(pin)),
    unbounded: route.unbounded === true || search !== '',
  }
}

/** `canonicalUrl` with a cache: most requests ask for few addresses. */
export const cachedCanonicalUrl = (limit: number) => {
  const seen = new LruCache<string, CanonicalUrl | NotServed>({ max: limit })
  return (target: string): CanonicalUrl | NotServed => {
    const known = seen.get(target)
    if (known !== undefined) return known
    const found = canonicalUrl(target)
    seen.set(target, found)
    return found
  }
}
