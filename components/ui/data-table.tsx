import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { pageResponse } from '@/lib/pages/response'
import { type Sort, type SortValue, sortQuery, sortRows } from '@/lib/pages/table-sort'

export type Column<Row> = {
  /** Lower case, for the address: `?sort=<table>.<column>`. */
  readonly key: string
  readonly head: React.ReactNode
  /** The unit, under the head, so that cells hold figures alone. */
  readonly unit?: React.ReactNode
  readonly cell: (row: Row) => React.ReactNode
  /** What the column sorts by; without it it does not. */
  readonly sort?: (row: Row) => SortValue
  /** Rows that come behind the others whichever way it sorts: what cannot be had at the value it names. */
  readonly last?: (row: Row) => boolean
  /** Figures stand at the end, so that their points line up; words at the start. */
  readonly align?: 'start' | 'end'
  /** Cells may break into lines. */
  readonly wrap?: boolean
}

export type DataTableProps<Row> = {
  /** Lower case; also the anchor that a sorted page returns to. */
  readonly id: string
  /** Said to screen readers; the block's title says it to others. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What the address asks for: `parseSort(searchParams.sort, id)`. */
  readonly sort?: Sort | null
  /** How the rows stand where the address asks for nothing: its column says so in the head. */
  readonly initial?: Sort
  /** The page's path without language. Without it no column sorts. */
  readonly path?: string
  /** Last rows that do not sort, such as a total: cells in the order of the columns. */
  readonly foot?: readonly React.ReactNode[]
}

/**
 * A table that sorts by plain links and shows every row. On narrow screens it scrolls sideways inside itself, its first
 * column in sight; its head stays in sight as the page goes on. Its cells are dressed once, in `.data-table`.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, columns, rows, rowKey, sort = null, initial = null, path, foot } = props
  const sorted = columns.find(({ key }) => key === sort?.column)
  const by = sorted?.sort
  if (sorted) pageResponse().applied.add('sort')
  const shown = by && sort ? sortRows(rows, by, sort.descending, sorted?.last) : rows
  const standing = sorted ? sort : initial
  return (
    <section
      id={id}
      aria-label={caption}
      aria-describedby="table-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="table-scroll"
    >
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} table={id} sort={standing} path={path} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) => (
                <Cell key={column.key} first={at === 0} end={column.align === 'end'} wrap={column.wrap === true}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? (
          <tfoot>
            <tr>
              {columns.map((column, at) => (
                <Cell key={column.key} first={at === 0} end={column.align === 'end'} wrap={false}>
                  {foot[at]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  )
}

type HeadProps<Row> = {
  readonly column: Column<Row>
  readonly table: string
  readonly sort: Sort | null
  readonly path: string | undefined
}

function Head<Row>({ column, table, sort, path }: HeadProps<Row>) {
  const locale = useLocale()
  const t = useTranslations('common')
  const sorted = sort?.column === column.key
  const numeric = column.align === 'end'
  const arrow = (
    <span aria-hidden="true" className="arrow">
      {sorted ? (sort.descending ? '↓' : '↑') : null}
    </span>
  )
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={numeric ? 'end' : undefined}
    >
      {column.sort && path !== undefined ? (
        <Link
          href={`${href(locale, path)}${sortQuery(table, column.key, sort, numeric)}`}
          prefetch={false}
          scroll={false}
          rel="nofollow"
          title={t('sort')}
          className={sorted ? 'text-ink' : undefined}
        >
          {numeric ? arrow : null}
          {column.head}
          {numeric ? null : arrow}
        </Link>
      ) : (
        column.head
      )}
      {column.unit ? <span className="unit">{column.unit}</span> : null}
    </th>
  )
}

type CellProps = {
  readonly first: boolean
  readonly end: boolean
  readonly wrap: boolean
  readonly children: React.ReactNode
}

function Cell({ first, end, wrap, children }: CellProps) {
  const look = [end ? 'end' : '', wrap ? 'wrap' : ''].filter(Boolean).join(' ') || undefined
  return first ? (
    <th scope="row" className={look}>
      <div className="name">{children}</div>
    </th>
  ) : (
    <td className={look}>{children}</td>
  )
}
