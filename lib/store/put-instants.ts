import { sql } from 'drizzle-orm'
import { column } from './bulk'
import type { Database } from './engine'
import { ConflictError } from './errors'
import { instants } from './schema'
import type { Instant } from './types'

/** Writes the blocks of instants. @throws ConflictError when an instant is stored with another block. */
export async function putInstants(tx: Database, chunk: readonly Instant[]) {
  const chains = column(
    chunk.map((instant) => instant.chain),
    'text',
  )
  const ts = column(
    chunk.map((instant) => instant.t),
    'int8',
  )
  const blocks = column(
    chunk.map((instant) => instant.block),
    'int8',
  )
  const timestamps = column(
    chunk.map((instant) => instant.timestamp),
    'int8',
  )
  const hashes = column(
    chunk.map((instant) => instant.hash),
    'text',
  )
  const given = sql`unnest(${chains}, ${ts}, ${blocks}, ${timestamps}, ${hashes}) as given (chain, t, block, timestamp, hash)`
  await tx.insert(instants).select(sql`select * from ${given}`).onConflictDoNothing()
  const differs = sql`given.chain = ${instants.chain} and given.t = ${instants.t} and given.hash <> ${instants.hash}`
  const [other] = await tx
    .select({ chain: instants.chain, t: instants.t })
    .from(instants)
    .innerJoin(given, differs)
    .limit(1)
  if (!other) return
  const when = new Date(other.t * 1000).toISOString()
  throw new ConflictError(`Another block of ${other.chain} stands for ${when}: is this another network's store?`)
}
