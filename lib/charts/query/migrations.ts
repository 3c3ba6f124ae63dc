import type { Viewable } from './view'

/** A query as names and values, each name once. */
export type Query = Readonly<Record<string, string>>

/** From one version of the vocabulary to the next, for a link to one chart: pure, and it never throws. */
export type Migration = (query: Query, of: Pick<Viewable, 'slug'>) => Query

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

/** Where a chart begins otherwise now: a range that an older link left out is the one that it showed. */
export const beganWith =
  (slug: string, range: string): Migration =>
  (query, of) =>
    of.slug !== slug || query.range !== undefined || query.from !== undefined || query.to !== undefined
      ? query
      : { ...query, range }

const vestingBeganWithAll = beganWith('spk-vesting', 'all')

/**
 * `migrations[n - 1]` brings a link of version n to version n + 1. An entry, once released, is never changed nor taken out:
 * old links are migrated, never broken. The vocabulary's version is one more than there are entries.
 */
export const migrations: readonly Migration[] = [vestingBeganWithAll]

/**
 * Of a link that asks for something and names no version: its words are today's, and what it leaves out is what it was when
 * the chart was first published. The bare address of a chart is wherever it begins today.
 */
export const unversioned: readonly Migration[] = [vestingBeganWithAll]

/** A query of version `from` in today's words. */
export const migrate = (
  query: Query,
  from: number,
  of: Pick<Viewable, 'slug'>,
  table: readonly Migration[] = migrations,
): Query => table.slice(from - 1).reduce((older, step) => step(older, of), query)

/** The version that links are written in. */
export const viewVersion = migrations.length + 1
