/**
 * A run of points `[x, y, x, y, …]` (pixels, x rising) with at most four a pixel column: its first, lowest, highest and
 * last. What a full drawing would touch, this touches too: no peak and no trough is lost.
 */
export const sampleRun = (run: readonly number[], column = 1): readonly number[] => {
  const count = run.length / 2
  const [x0 = 0, x1 = 0] = [run[0], run[run.length - 2]]
  if (count <= 4 || count <= (2 * (x1 - x0)) / column) return run
  const kept: number[] = []
  const keep = (i: number) => kept.push(run[2 * i] ?? 0, run[2 * i + 1] ?? 0)
  for (let first = 0; first < count; ) {
    const end = Math.floor(((run[2 * first] ?? 0) - x0) / column) + 1
    let [last, low, high] = [first, first, first]
    while (last + 1 < count && ((run[2 * last + 2] ?? 0) - x0) / column < end) {
      last += 1
      const y = run[2 * last + 1] ?? 0
      if (y < (run[2 * low + 1] ?? 0)) low = last
      if (y > (run[2 * high + 1] ?? 0)) high = last
    }
    let previous = -1
    for (const i of low < high ? [first, low, high, last] : [first, high, low, last])
      if (i !== previous) {
        keep(i)
        previous = i
      }
    first = last + 1
  }
  return kept
}
