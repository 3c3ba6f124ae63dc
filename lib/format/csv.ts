/**
 * How the cells of a column are read elsewhere: `text` as it stands, `number` as an exact decimal, `day` as a date.
 * Their tools guess the type of each cell, so each is written such that every guess is right.
 */
export type CellKind = 'text' | 'number' | 'day'

/** What a cell can hold; null leaves it empty. A day is the unix second of a moment in it. */
export type Cell = string | number | bigint | null

/** Column names in their order, each with the kind of its cells. */
export type Columns = Readonly<Record<string, CellKind>>

/** `comma` is for spreadsheets in languages that write 3,75: columns are then parted by semicolons. */
export const decimalMarks = ['point', 'comma'] as const
export type DecimalMark = (typeof decimalMarks)[number]

export const isDecimalMark = (text: string): text is DecimalMark => decimalMarks.some((mark) => mark === text)

export type CsvOptions = { readonly decimal?: DecimalMark }

/** Control characters and marks of direction, which a cell has no use for. */
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/** How a spreadsheet tells that a cell is a formula; the wide signs count in some languages. */
const formula = /^\s*[=+\-@＝＋－＠]/u

/** Hexadecimal and exponents too: R and SheetJS read `0x1f` and `1e5` as numbers. */
const isNumeric = (text: string): boolean => text !== '' && !Number.isNaN(Number(text))

/** Text that would be read as something else gets the spreadsheets' own mark of text before it. */
const textCell = (value: string): string => {
  const text = value.replace(unprintable, ' ').trim()
  return formula.test(text) || isNumeric(text) ? `'${text}` : text
}

/** Whole numbers that 64 bits cannot hold are left as text by pandas, unless they are written as decimals. */
const longestInteger = 18

const numberCell = (value: string, { decimal = 'point' }: CsvOptions): string => {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return textCell(value)
  const [whole = '', fraction] = value.split('.')
  const long = whole.replace('-', '').length > longestInteger
  const mark = decimal === 'comma' ? ',' : '.'
  return fraction === undefined && !long ? whole : `${whole}${mark}${fraction ?? '0'}`
}

const dayCell = (value: string): string => new Date(Number(value) * 1000).toISOString().slice(0, 10)

const cellOf = (kind: CellKind, cell: Cell, options: CsvOptions): string => {
  if (cell === null) return ''
  if (kind === 'number') return numberCell(String(cell), options)
  return kind === 'day' ? dayCell(String(cell)) : textCell(String(cell))
}

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text

/** A table by RFC 4180, piece by piece: lines end in CRLF, the last one too. */
export const csvLines = (columns: Columns, options: CsvOptions = {}) => {
  const kinds = Object.values(columns)
  const separator = options.decimal === 'comma' ? ';' : ','
  const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`
  return {
    head: line(Object.keys(columns)),
    lines: (rows: Iterable<readonly Cell[]>): string => {
      let text = ''
      for (const row of rows) text += line(row.map((cell, i) => cellOf(kinds[i] ?? 'text', cell, options)))
      return text
    },
  }
}

/**
 * Spreadsheets take UTF-8 only with a mark at the beginning, and some tools take that for a part of the first name: so it is
 * written only where a character needs it.
 */
export const markedText = (text: string): string => (/[^\p{ASCII}]/u.test(text) ? `\ufeff${text}` : text)

/** A whole table. */
export const csvText = (columns: Columns, rows: Iterable<readonly Cell[]>, options: CsvOptions = {}): string => {
  const { head, lines } = csvLines(columns, options)
  return markedText(head + lines(rows))
}
