/**
 * HTML between the server component that makes it and the client component that stands for it: the two run in module
 * graphs of their own, in one process, one right after the other.
 */
const most = 1024

const place: { [name: symbol]: unknown } = globalThis
const mark = Symbol.for('sparkscope.html')

const shelf = (): Map<string, string> => {
  // safe: nobody else writes under this mark
  const found = (place[mark] ?? new Map()) as Map<string, string>
  place[mark] = found
  return found
}

/** Keeps it under a name; the oldest go when there are too many. */
export const putHtml = (name: string, html: string): void => {
  const kept = shelf()
  kept.delete(name)
  kept.set(name, html)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
}

export const takeHtml = (name: string): string => shelf().get(name) ?? ''
