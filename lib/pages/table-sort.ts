import { compare, type Fixed } from '../math/fixed'

/** What a table's row is sorted by; null (unknown) always comes last, whichever way. */
export type SortValue = Fixed | string | number | null

export type Sort = { readonly column: string; readonly descending: boolean }

/** `<table>.<column>`, with a minus before the column for "largest first". */
export const sortShape = /^([a-z0-9-]{1,60})\.(-?)([a-z0-9-]{1,60})$/

/** What `?sort=` asks of a table; of other tables and of nonsense: null. */
export const parseSort = (query: string | readonly string[] | undefined, table: string): Sort | null => {
  const match = sortShape.exec(typeof query === 'string' ? query : (query?.[0] ?? ''))
  const [, named, minus, column] = match ?? []
  return named === table && column ? { column, descending: minus === '-' } : null
}

/** The query that sorts by a column: the other way round where it already is, else numbers largest first. */
export const sortQuery = (table: string, column: string, now: Sort | null, numeric: boolean): string => {
  const descending = now?.column === column ? !now.descending : numeric
  return `?sort=${table}.${descending ? '-' : ''}${column}`
}

const order = (a: Exclude<SortValue, null>, b: Exclude<SortValue, null>): number => {
  if (typeof a === 'string' || typeof b === 'string') return String(a).localeCompare(String(b), 'en')
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b)
  return compare(a, b)
}

/** A sorted copy; equal rows keep their order. Rows that are `last` come behind the others, sorted among themselves. */
export const sortRows = <Row>(
  rows: readonly Row[],
  by: (row: Row) => SortValue,
  descending: boolean,
  last: (row: Row) => boolean = () => false,
): readonly Row[] =>
  rows
    .map((row) => ({ row, value: by(row), last: last(row) }))
    .sort((a, b) => {
      if (a.last !== b.last) return Number(a.last) - Number(b.last)
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return order(a.value, b.value) * (descending ? -1 : 1)
    })
    .map(({ row }) => row)
