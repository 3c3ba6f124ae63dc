// Import cycles, those of types included: each is told once, as its shortest way round.
import type { Import } from './imports'

type Edge = { to: string; line: number }

const edgesOf = (imports: readonly Import[]) => {
  const edges = new Map<string, Edge[]>()
  for (const { from, line, to } of imports)
    if ('file' in to) edges.set(from, [...(edges.get(from) ?? []), { to: to.file, line }])
  return edges
}

/** The shortest way from a file back to itself, as `file:line` of each import on it. */
const shortestRound = (edges: ReadonlyMap<string, readonly Edge[]>, start: string) => {
  const seen = new Set<string>()
  let ways = [{ at: start, way: [] as string[] }]
  while (ways.length > 0) {
    const next: typeof ways = []
    for (const { at, way } of ways) {
      for (const { to, line } of edges.get(at) ?? []) {
        const longer = [...way, `${at}:${line}`]
        if (to === start) return longer
        if (!seen.has(to)) next.push({ at: to, way: longer })
        seen.add(to)
      }
    }
    ways = next
  }
  return undefined
}

/** Files that lie on some cycle: what remains when files without imports, and files nobody imports, are taken away. */
const onCycles = (edges: ReadonlyMap<string, readonly Edge[]>) => {
  const left = new Map([...edges].map(([from, list]) => [from, new Set(list.map(({ to }) => to))]))
  for (let before = -1; before !== left.size; ) {
    before = left.size
    const imported = new Set([...left.values()].flatMap((targets) => [...targets]))
    for (const [from, targets] of left) {
      for (const to of targets) if (!left.has(to)) targets.delete(to)
      if (targets.size === 0 || !imported.has(from)) left.delete(from)
    }
  }
  return [...left.keys()].sort()
}

export const findCycles = (imports: readonly Import[]): string[] => {
  const edges = edgesOf(imports)
  const told = new Set<string>()
  return onCycles(edges).flatMap((file) => {
    if (told.has(file)) return []
    const way = shortestRound(edges, file)
    if (way === undefined) return []
    for (const place of way) told.add(place.replace(/:\d+$/, ''))
    const steps = [...way, file].join(' → ')
    return [`${steps} is an import cycle: move what both ends need to a file of its own.`]
  })
}
