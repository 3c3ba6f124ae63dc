/** One stop a table for the Tab key, and arrows inside: set up where a reader begins to use the keyboard. */

const TABLE = '.table-scroll'
const STOPS = 'a[href], button, summary'

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const rowsOf = (table: Element): HTMLElement[][] =>
  [...table.querySelectorAll('tr')]
    .map((row) => [...row.querySelectorAll<HTMLElement>(STOPS)])
    .filter((stops) => stops.length > 0)

const cellOf = (stop: Element): number => stop.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? 0

/** In another row what stands nearest to the column; in the same row the next one. */
const nextStop = (
  table: HTMLElement,
  from: HTMLElement,
  [down, right]: readonly [number, number],
): HTMLElement | undefined => {
  const rows = rowsOf(table)
  const at = rows.findIndex((stops) => stops.includes(from))
  if (at < 0) return rows[0]?.[0]
  const here = rows[at] ?? []
  if (right !== 0) return here[here.indexOf(from) + right]
  const distance = (stop: HTMLElement) => Math.abs(cellOf(stop) - cellOf(from))
  return (rows[at + down] ?? []).reduce<HTMLElement | undefined>(
    (best, stop) => (best && distance(best) <= distance(stop) ? best : stop),
    undefined,
  )
}

/** Takes what stands in tables out of the Tab order: the table itself is the stop. */
const leaveOrder = (): void => {
  for (const stop of document.querySelectorAll<HTMLElement>(`${TABLE} :is(${STOPS}):not([tabindex])`))
    stop.tabIndex = -1
}

/** What a key does inside a table; true where it was taken. */
export const moveInTable = (event: KeyboardEvent): boolean => {
  if (event.key === 'Tab') leaveOrder()
  const from = event.target instanceof HTMLElement ? event.target : null
  const table = from?.closest<HTMLElement>(TABLE)
  if (!from || !table || event.altKey || event.ctrlKey || event.metaKey) return false
  if (event.key === 'Escape' && from !== table) {
    table.focus()
    return true
  }
  const move = moves[event.key]
  const next = move && nextStop(table, from, move)
  if (!next) return false
  event.preventDefault()
  next.focus()
  return true
}
