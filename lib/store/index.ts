import { damageTable } from './damage'
import { openEmbedded } from './embedded'
import { guard, StoreError, toStoreError } from './errors'
import { gapWriter } from './gaps'
import { historyReader } from './history'
import { pieceTable } from './piece-table'
import { openPostgres } from './postgres'
import { snapshotReader } from './read-snapshots'
import { revisionReader } from './revisions'
import { seriesWriter } from './series'
import { snapshotWriter } from './snapshots'
import type { Store } from './types'

export {
  ConflictError,
  CorruptError,
  LockedError,
  StoreError,
  UnreachableError,
} from './errors'
export type * from './types'

export type StoreOptions = {
  /** `postgres://…`, or null for the embedded engine. */
  readonly databaseUrl: string | null
  /** Folder of the embedded engine; unused with a `databaseUrl`. */
  readonly dataDir: string
  /** Where this process serves: named by the lock of the folder. */
  readonly address?: string
}

/**
 * Opens the store and brings its tables up to date. Never called at import, nor during `next build`.
 * Everything that it does is safe to do twice, so each call is tried once more where the connection was lost on the way.
 * @throws LockedError when another process has `dataDir`; UnreachableError when the database is away.
 */
export async function openStore({ databaseUrl, dataDir, address }: StoreOptions): Promise<Store> {
  const engine = databaseUrl === null ? await openEmbedded(dataDir, address) : await openPostgres(databaseUrl)
  const { db } = engine
  const clock = () => Math.floor(Date.now() / 1000)
  const damage = damageTable(db, clock)
  const pieces = pieceTable(db)
  const putSnapshot = snapshotWriter(engine, pieces, damage)
  const snapshots = snapshotReader({ db, pieces, damage, clock })
  const putPoints = seriesWriter(engine)
  const putGap = gapWriter(engine)
  const history = historyReader(db, damage)
  const revisions = revisionReader(db)
  let closed: Promise<void> | null = null
  const run = async <value>(action: () => Promise<value>): Promise<value> => {
    if (closed !== null) throw new StoreError('closed')
    return guard(action)
  }
  /** For what readers wait for. */
  const read = <value>(action: () => Promise<value>): Promise<value> => run(() => engine.answered(action))
  const write = (action: () => Promise<void>): Promise<void> =>
    run(async () => {
      await action()
      await engine.settle()
    })
  return {
    engine: engine.kind,
    putSnapshot: (snapshot, takenAt) => write(() => putSnapshot(snapshot, takenAt)),
    latestSnapshot: () => run(() => snapshots.latest()),
    snapshotById: (id) => read(() => snapshots.byId(id)),
    snapshotAt: (time) => read(() => snapshots.at(time)),
    snapshotCount: () => read(() => snapshots.count()),
    setAside: () => read(async () => ({ damaged: await damage.list(), ahead: await snapshots.ahead() })),
    putPoints: (infos, instants, points) => write(() => putPoints(infos, instants, points)),
    readSeries: (number, from, to, every, revision) => read(() => history.series(number, from, to, every, revision)),
    storedNumbers: (from, to, every, revision) => read(() => revisions.storedNumbers(from, to, every, revision)),
    revision: (storedAt) => read(() => revisions.find(storedAt)),
    pointsAt: (chain, t) => run(() => history.pointsAt(chain, t)),
    storedInstants: (chain, from, to) => run(() => history.storedInstants(chain, from, to)),
    putGap: (gap) => write(() => putGap(gap)),
    gaps: (from, to, revision) => read(() => history.gaps(from, to, revision)),
    holdsWriterLock: () => !closed && engine.writer.holds(),
    tryWriterLock: () => run(() => engine.writer.try()),
    close: () => {
      closed ??= engine.close().catch((error) => {
        throw toStoreError(error)
      })
      return closed
    },
  }
}
