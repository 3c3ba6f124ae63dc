import { textWidth } from './text-width'

/**
 * Heights for labels that want to stand at `wanted`, at least `gap` apart and inside `[top, bottom]`, moved as little as can
 * be: neighbours that would overlap share their displacement. Order is kept; null where they do not all fit.
 */
export const spreadLabels = (
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] | null => {
  if ((wanted.length - 1) * gap > bottom - top + 1e-9) return null
  type Cluster = { start: number; members: number[] }
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  const clusters: Cluster[] = []
  const clamp = (start: number, count: number) => Math.min(Math.max(start, top), bottom - (count - 1) * gap)
  /** Where the first of a cluster stands so that the squares of the displacements are least. */
  const best = (members: readonly number[]) =>
    clamp(members.reduce((sum, i, rank) => sum + (wanted[i] ?? 0) - rank * gap, 0) / members.length, members.length)
  for (const i of order) {
    let cluster: Cluster = { start: clamp(wanted[i] ?? 0, 1), members: [i] }
    for (
      let above = clusters.at(-1);
      above && above.start + above.members.length * gap > cluster.start + 1e-9;
      above = clusters.at(-1)
    ) {
      clusters.pop()
      const members = [...above.members, ...cluster.members]
      cluster = { start: best(members), members }
    }
    clusters.push(cluster)
  }
  const placed = [...wanted]
  for (const { start, members } of clusters)
    members.forEach((i, rank) => {
      placed[i] = start + rank * gap
    })
  return placed
}

export type Wish = {
  readonly x: number
  readonly text: string
  /** Whether a line hangs from it down to the plot. */
  readonly line: boolean
}

export type Placed = { readonly row: number; readonly anchor: 'start' | 'end' } | null

const PAD = 5
const APART = 10

/**
 * Words above the plot in as few rows as they need, row 0 nearest to the plot: from right to left, so that no line crosses
 * another's words. null where there is no room in `rows`.
 */
export const placeNotes = (
  wishes: readonly Wish[],
  left: number,
  right: number,
  size: number,
  rows: number,
): readonly Placed[] => {
  type Taken = {
    readonly from: number
    readonly to: number
    readonly row: number
    readonly x: number
    readonly line: boolean
  }
  const taken: Taken[] = []
  const result: Placed[] = wishes.map(() => null)
  const order = wishes.map((_, i) => i).sort((a, b) => (wishes[b]?.x ?? 0) - (wishes[a]?.x ?? 0) || b - a)
  for (const i of order) {
    const wish = wishes[i]
    if (wish === undefined || wish.text === '') continue
    const width = textWidth(wish.text, size)
    const anchors = wish.x + PAD + width <= right ? (['start'] as const) : (['end'] as const)
    for (const anchor of anchors) {
      const from = anchor === 'start' ? wish.x + PAD : wish.x - PAD - width
      const to = from + width
      if (from < left - PAD) continue
      for (let row = 0; row < rows && result[i] === null; row++) {
        const clash = taken.some(
          (other) =>
            (other.row === row && from < other.to + APART && to > other.from - APART) ||
            (other.line && other.row >= row && other.x > from - 2 && other.x < to + 2) ||
            (wish.line && other.row < row && wish.x > other.from - 2 && wish.x < other.to + 2),
        )
        if (clash) continue
        taken.push({ from, to, row, x: wish.x, line: wish.line })
        result[i] = { row, anchor }
      }
    }
    if (result[i] === null && wish.line) taken.push({ from: wish.x, to: wish.x, row: -1, x: wish.x, line: true })
  }
  return result
}
