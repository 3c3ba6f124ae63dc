/** Half again as long as the usual distance is no longer an irregularity of blocks. */
export const LATE = 1.5

type Span =
  | { readonly kind: 'time'; readonly from: number; readonly to: number; readonly fixed: boolean }
  | { readonly kind: 'ratio' }

type Readings = {
  /** Instants at which numbers are stored, rising, and their usual distance. */
  readonly stored: readonly number[]
  readonly every: number
  readonly x: Span
  /** Readings are due until then. */
  readonly asOf: number
}

/** Instants in the span at which a reading was due and nothing at all is stored. */
export const missingInstants = ({ stored, every, x, asOf }: Readings): readonly number[] => {
  const [first, last] = [stored[0], stored.at(-1)]
  if (x.kind !== 'time' || first === undefined || last === undefined || every <= 0) return []
  const found: number[] = []
  const fill = (after: number, before: number) => {
    if (before - after <= every * LATE) return
    for (let t = (Math.floor(after / every) + 1) * every; t < before; t += every) found.push(t)
  }
  if (x.fixed) fill(x.from - 1, Math.min(first, asOf))
  for (let i = 1; i < stored.length; i++) fill(stored[i - 1] ?? 0, stored[i] ?? 0)
  fill(last, Math.min(asOf, x.to) + 1)
  return found
}
