/** A query as names and values, each name once. */
export type Query = Readonly<Record<string, string>>

/** From one version of the vocabulary to the next: pure, and it never throws. */
export type Migration = (query: Query) => Query

/**
 * `migrations[n - 1]` brings a link of version n to version n + 1. An entry, once released, is never changed nor taken out:
 * old links are migrated, never broken. The vocabulary's version is one more than there are entries.
 */
export const migrations: readonly Migration[] = []

/** A parameter under a new name; a value that is already there under it stays. */
export const renamed =
  (from: string, to: string): Migration =>
  ({ [from]: value, ...rest }) =>
    value === undefined ? rest : { [to]: value, ...rest }

/** A value that is called something else now. */
export const revalued =
  (name: string, from: string, to: string): Migration =>
  (query) =>
    query[name] === from ? { ...query, [name]: to } : query

/** A query of version `from` in today's words. */
export const migrate = (query: Query, from: number, table: readonly Migration[] = migrations): Query =>
  table.slice(from - 1).reduce((older, step) => step(older), query)

/** The version that links are written in. */
export const viewVersion = migrations.length + 1
