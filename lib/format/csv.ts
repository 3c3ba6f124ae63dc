/** What a cell can hold; null leaves it empty. */
export type Cell = string | number | bigint | null

const cellText = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table by RFC 4180: lines end in CRLF, the last one too. */
export const csvText = (header: readonly string[], rows: Iterable<readonly Cell[]>): string => {
  let text = ''
  for (const row of [header, ...rows]) text += `${row.map(cellText).join(',')}\r\n`
  return text
}
