/** Instants of history are unix seconds, whole hours UTC; a day's stands at midnight. */

export const floorTo = (time: number, every: number): number => Math.floor(time / every) * every

/** Multiples of `every` from one time to the other, both included, newest first. */
export const instantsBetween = (from: number, to: number, every: number): readonly number[] => {
  const last = floorTo(to, every)
  const count = Math.max(0, Math.floor((last - from) / every) + 1)
  return Array.from({ length: count }, (_, index) => last - index * every)
}

/** Runs of instants that are neighbours in `all`, each as one range; both lists are newest first. */
export const stretchesOf = (
  some: readonly number[],
  all: readonly number[],
): readonly { readonly from: number; readonly to: number }[] => {
  const chosen = new Set(some)
  const stretches: { from: number; to: number }[] = []
  let open: { from: number; to: number } | null = null
  for (const t of all) {
    if (!chosen.has(t)) open = null
    else if (open) open.from = t
    else {
      open = { from: t, to: t }
      stretches.push(open)
    }
  }
  return stretches
}
