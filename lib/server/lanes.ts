import { type CacheRequest, isRouterRequest } from './cache-request'
import { type LaneLimits, WorkQueue } from './work-queue'

/** Kinds of work that never wait for each other. */
export type LaneName = 'files' | 'shared' | 'pages' | 'pictures' | 'data'

export type Lanes = Readonly<Record<LaneName, WorkQueue>>

/**
 * `files`: what needs no work, and status · `shared`: the addresses that there are few of · `pages`, `pictures` and `data`:
 * the endlessly many.
 */
export const laneLimits: Readonly<Record<LaneName, LaneLimits>> = {
  files: { running: 16, waiting: 1_024, wait: 10_000 },
  shared: { running: 4, waiting: 512, wait: 15_000 },
  pages: { running: 2, waiting: 128, wait: 10_000 },
  pictures: { running: 2, waiting: 64, wait: 10_000 },
  data: { running: 2, waiting: 256, wait: 10_000 },
}

export const createLanes = (limits: Readonly<Record<LaneName, LaneLimits>> = laneLimits): Lanes => ({
  files: new WorkQueue(limits.files),
  shared: new WorkQueue(limits.shared),
  pages: new WorkQueue(limits.pages),
  pictures: new WorkQueue(limits.pictures),
  data: new WorkQueue(limits.data),
})

export const laneOf = (request: CacheRequest): LaneName => {
  const { kind, path, unbounded } = request.route
  if (kind === 'static' || kind === 'asset' || kind === 'status') return 'files'
  if (!unbounded && !isRouterRequest(request)) return 'shared'
  if (/\.(svg|png)$/.test(path)) return 'pictures'
  return kind === 'api' || kind === 'sibling' ? 'data' : 'pages'
}

/** As many as the series that it asks for. */
export const weightOf = ({ route: { search } }: CacheRequest): number =>
  Math.max(1, new URLSearchParams(search).getAll('number').length)
