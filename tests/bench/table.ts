/** One line of the report; empty cells say nothing. */
export type Row = {
  readonly what: string
  readonly ours: string
  /** The best of the peers, or the one named. */
  readonly peer?: string
  /** The least that any program could need, measured or counted. */
  readonly floor?: string
  readonly ratio?: string
  readonly goal?: string
  /** Undefined where nothing is promised. */
  readonly met?: boolean
}

export type Section = { readonly title: string; readonly rows: readonly Row[]; readonly notes?: readonly string[] }

const titles = { what: '', ours: 'ours', peer: 'peer', floor: 'floor', ratio: 'ratio', goal: 'goal' } as const
type Column = keyof typeof titles
// safe: the keys of the object above
const columns = Object.keys(titles) as readonly Column[]

const markOf = ({ met }: Row) => (met === undefined ? '' : met ? 'pass' : 'MISS')

const noteWidth = 118

/** Breaks a note into lines, those after the first indented under its text. */
const wrapped = (note: string): string => {
  const lines: string[] = []
  for (const word of note.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length >= noteWidth) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return `  · ${lines.join('\n    ')}`
}

/** A section as text for a terminal. */
export const sectionText = ({ title, rows, notes = [] }: Section): string => {
  const width = (column: Column) => Math.max(titles[column].length, ...rows.map((row) => (row[column] ?? '').length))
  const widths = new Map(columns.map((column) => [column, width(column)]))
  const line = (cell: (column: Column) => string, mark: string) =>
    `  ${columns.map((column) => cell(column).padEnd(widths.get(column) ?? 0)).join('  ')}  ${mark}`.trimEnd()
  return [
    title,
    line((column) => titles[column], ''),
    ...rows.map((row) => line((column) => row[column] ?? '', markOf(row))),
    ...notes.map(wrapped),
    '',
  ].join('\n')
}

export const missesIn = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ rows }) =>
    rows
      .filter(({ met }) => met === false)
      .map(({ what, ratio, ours, goal }) => `${what}: ${ratio ?? ours}, goal ${goal}`),
  )

export const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
export const times = (ratio: number) => `${ratio.toFixed(2)}×`

/** Progress, kept out of the report. */
export const say = (line: string) => process.stderr.write(`› ${line}\n`)
