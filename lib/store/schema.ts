import { bigint, customType, index, integer, numeric, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'

/** Times are unix seconds in int8, blocks int8, exact values numeric: what every PostgreSQL-wire engine holds alike. */
const seconds = (name?: string) => (name === undefined ? bigint({ mode: 'number' }) : bigint(name, { mode: 'number' }))

const bytes = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength),
})

/** A piece of a snapshot, named by the SHA-256 of its canonical JSON; `body` is that text, compressed by brotli. */
export const parts = pgTable('part', {
  hash: bytes().primaryKey(),
  body: bytes().notNull(),
})

/** `parts` are the hashes, 32 bytes each, of the pieces it is put together from; `seq` counts what was stored. */
export const snapshots = pgTable(
  'snapshot',
  {
    id: text().primaryKey(),
    schema: smallint().notNull(),
    time: seconds().notNull(),
    takenAt: seconds('taken_at').notNull(),
    parts: bytes().notNull(),
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
  },
  (table) => [index('snapshot_time').on(table.time, table.takenAt), index('snapshot_seq').on(table.seq)],
)

/** A number over time: `chain` is the middle of its id, kept apart to join its instants. */
export const series = pgTable('series', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  number: text().notNull().unique(),
  chain: text().notNull(),
  unit: text().notNull(),
  class: text().notNull(),
})

/** The block of a chain at instant `t`: its last one at or before it. */
export const instants = pgTable(
  'instant',
  {
    chain: text().notNull(),
    t: seconds().notNull(),
    block: bigint({ mode: 'bigint' }).notNull(),
    timestamp: seconds().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.t] })],
)

/** Each write of history is a revision: `storedAt` (milliseconds by the clock, each later than the last) names it for ever. */
export const revisions = pgTable('revision', {
  id: integer().primaryKey(),
  storedAt: bigint('stored_at', { mode: 'number' }).notNull().unique(),
})

/** Wide columns first: a million rows are several megabytes smaller for it. `stored` is a revision. */
export const points = pgTable(
  'point',
  {
    t: seconds().notNull(),
    series: integer().notNull(),
    methodVersion: smallint('method_version').notNull(),
    status: text().notNull(),
    value: numeric(),
    stored: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.series, table.t] })],
)

/** Points that another has replaced, in force from revision `stored` until before `until`: a pinned link may speak of them. */
export const superseded = pgTable(
  'superseded',
  {
    t: seconds().notNull(),
    series: integer().notNull(),
    stored: integer().notNull(),
    until: integer().notNull(),
    methodVersion: smallint('method_version').notNull(),
    status: text().notNull(),
    value: numeric(),
  },
  (table) => [primaryKey({ columns: [table.series, table.t, table.stored] })],
)

/**
 * A stretch of a chain's history, both ends included, that could not be read: in force from revision `stored` until
 * before `closed`. `reason` is a failure's code, see gap-reason.ts.
 */
export const gaps = pgTable(
  'gap',
  {
    chain: text().notNull(),
    since: seconds().notNull(),
    until: seconds().notNull(),
    reason: text().notNull(),
    stored: integer().notNull().default(0),
    closed: integer(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.since, table.until, table.stored] })],
)

/** What was found damaged: the rows themselves stay as they are. `found` is when it was found last. */
export const damages = pgTable(
  'damage',
  {
    kind: text().notNull(),
    name: text().notNull(),
    found: seconds().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.name] })],
)

/**
 * Who may write, on engines without advisory locks; `until` is by the database's own clock.
 * @public the migrations are drawn from it
 */
export const leases = pgTable('lease', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: seconds().notNull(),
})
