import { createHash } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { LruCache } from '../lru-cache'
import { compress, decompress } from './compression'
import type { Database } from './engine'
import { CorruptError, toStoreError } from './errors'
import type { PieceText } from './pieces'
import { parts } from './schema'

/** `body` is null where the piece is stored already. */
export type PieceRow = { readonly hash: Buffer; readonly body: Buffer | null }

/** Several snapshots' worth of pieces. */
const remembered = 500

const md5 = (body: Uint8Array) => createHash('md5').update(body).digest('hex')

/** null where it cannot be decompressed. */
const hashOf = (body: Buffer): Promise<Buffer | null> =>
  decompress(body).then(
    (text) => createHash('sha256').update(text).digest(),
    () => null,
  )

/** What is stored under a hash; `sum` is null where the database itself cannot read it. */
type Stored = { readonly hash: Buffer; readonly sum: string | null }

/** The pieces of snapshots, each stored once. A piece is used again only where what is stored is still what was put there. */
export function pieceTable(db: Database) {
  // what the bodies of whole pieces hash to, so that the database can compare them without sending them
  const sums = new LruCache<string, string>({ max: remembered })

  /** All at once, and one by one where a damaged one fails them all. */
  async function sumsOf(hashes: readonly Buffer[]): Promise<readonly Stored[]> {
    const named = inArray(parts.hash, [...hashes])
    try {
      return await db
        .select({ hash: parts.hash, sum: sql<string>`md5(${parts.body})` })
        .from(parts)
        .where(named)
    } catch (error) {
      if (!(toStoreError(error) instanceof CorruptError)) throw error
      if (hashes.length === 1) return hashes.map((hash) => ({ hash, sum: null }))
    }
    return (await Promise.all(hashes.map((hash) => sumsOf([hash])))).flat()
  }

  async function isWhole({ hash, sum }: Stored): Promise<boolean> {
    const name = hash.toString('hex')
    const known = sums.get(name)
    if (sum === null || known !== undefined) return known === sum
    const [row] = await db.select().from(parts).where(eq(parts.hash, hash))
    const found = row && (await hashOf(row.body))
    if (!found?.equals(hash)) return false
    sums.set(name, sum)
    return true
  }

  return {
    /** Of these pieces, by their hash in hex, those that are stored, whole or not, and those that are whole. */
    async stored(hashes: readonly Buffer[]): Promise<{ readonly all: Set<string>; readonly whole: Set<string> }> {
      const rows = await sumsOf(hashes)
      const whole = new Set<string>()
      for (const row of rows) if (await isWhole(row)) whole.add(row.hash.toString('hex'))
      return { all: new Set(rows.map(({ hash }) => hash.toString('hex'))), whole }
    },

    async row({ hash, text }: PieceText): Promise<PieceRow & { readonly body: Buffer }> {
      return { hash, body: await compress(text) }
    },

    /** Writes pieces, also over damaged ones. */
    async write(tx: Database, rows: readonly PieceRow[]): Promise<void> {
      const added = rows.flatMap(({ hash, body }) => (body === null ? [] : [{ hash, body }]))
      if (added.length === 0) return
      const set = { body: sql`excluded.body` }
      await tx.insert(parts).values(added).onConflictDoUpdate({ target: parts.hash, set })
      for (const { hash, body } of added) sums.set(hash.toString('hex'), md5(body))
    },

    /** Texts of the pieces that can be read. */
    async texts(hashes: readonly Buffer[]): Promise<readonly string[]> {
      if (hashes.length === 0) return []
      const rows = await db
        .select()
        .from(parts)
        .where(inArray(parts.hash, [...hashes]))
      return Promise.all(rows.map(({ body }) => decompress(body)))
    },
  }
}

export type PieceTable = ReturnType<typeof pieceTable>
