import { sql } from 'drizzle-orm'
import { column } from './bulk'
import type { Database } from './engine'
import { StoreError } from './errors'
import { points, superseded } from './schema'
import type { SeriesIds } from './series-ids'
import type { Point } from './types'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** Whether a stored point is replaced by the one written (`excluded`): it failed and the new one differs, or its method is older. */
const isReplaced = sql`(${points.methodVersion} < excluded.method_version
  or (${points.methodVersion} = excluded.method_version and ${points.status} in ('failed', 'stale')
    and (${points.status} <> excluded.status or ${points.value} is distinct from excluded.value)))`

/**
 * Writes points. Points that were read stay; failed ones may be read again, and a newer method replaces an older one. What
 * is replaced is kept for links to an older revision.
 */
export async function putPoints(tx: Database, chunk: readonly Point[], ids: SeriesIds, revision: number) {
  const wrong = chunk.find(({ value }) => value !== null && !DECIMAL.test(value))
  if (wrong) throw new StoreError('failed', `The value of ${wrong.number} is not a decimal.`)
  const ts = column(
    chunk.map((point) => point.t),
    'int8',
  )
  const numbers = column(
    chunk.map((point) => ids.get(point.number) ?? null),
    'int4',
  )
  const versions = column(
    chunk.map((point) => point.methodVersion),
    'int2',
  )
  const statuses = column(
    chunk.map((point) => point.status),
    'text',
  )
  const values = column(
    chunk.map((point) => point.value),
    'numeric',
  )
  const excluded = (name: string) => sql`excluded.${sql.identifier(name)}`
  const given = sql`unnest(${ts}, ${numbers}, ${versions}, ${statuses}, ${values})`
  const { t, series: id, stored, methodVersion, status, value } = points
  await tx.insert(superseded).select(sql`
    select ${t}, ${id}, ${stored}, ${revision}::int4, ${methodVersion}, ${status}, ${value} from ${points}
    join ${given} as excluded (t, series, method_version, status, value)
      on excluded.t = ${t} and excluded.series = ${id} where ${isReplaced}`)
  await tx
    .insert(points)
    .select(sql`select *, ${revision}::int4 from ${given}`)
    .onConflictDoUpdate({
      target: [points.series, points.t],
      set: {
        methodVersion: excluded('method_version'),
        status: excluded('status'),
        value: excluded('value'),
        stored: excluded('stored'),
      },
      setWhere: isReplaced,
    })
}
