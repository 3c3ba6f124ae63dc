import type { Network } from '../chains'
import type { CollectorReport } from '../collector'
import type { Snapshot } from '../snapshot/types'
import type { Store } from '../store/types'
import type { LanesReport } from './lanes-report'

/** What routes may see of the process. Next bundles its own copy of every module, so it is passed by one global. */
export type AppRuntime = {
  readonly network: Network
  readonly siteUrl: string | null
  /** Unix seconds by the clock on the wall: what ages are judged by. */
  now(): number
  /** The newest snapshot, kept in memory: a page never waits on a node, nor on the database, for it. */
  latest(): Snapshot | null
  readonly store: Pick<
    Store,
    | 'engine'
    | 'snapshotById'
    | 'snapshotAt'
    | 'snapshotCount'
    | 'setAside'
    | 'readSeries'
    | 'storedNumbers'
    | 'revision'
    | 'gaps'
  >
  collector(): CollectorReport
  /** How the queue of work that is not in the cache fares. */
  work(): LanesReport
  /** Hears of defects: the log gets each once, without secrets. */
  report(error: unknown): void
}

const slot = Symbol.for('sparkscope.app-runtime')

export const setAppRuntime = (runtime: AppRuntime) => {
  Reflect.set(globalThis, slot, runtime)
}

/** Throws where no server was started (during `next build`, for one). */
export const getAppRuntime = (): AppRuntime => {
  const runtime: unknown = Reflect.get(globalThis, slot)
  if (!runtime) throw new Error('No server is running in this process: start it with `npm run demo` or `npm start`.')
  // safe: only setAppRuntime writes this slot
  return runtime as AppRuntime
}

/** Tells the process of a defect; where no server was started, whoever runs this. */
export const reportDefect = (error: unknown): void => {
  const runtime: unknown = Reflect.get(globalThis, slot)
  // safe: only setAppRuntime writes this slot
  if (runtime) (runtime as AppRuntime).report(error)
  else console.error(error)
}
