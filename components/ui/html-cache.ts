/** Enough for all pages that a reader goes back and forth between; the oldest go first. */
const limit = 256

const kept = new Map<string, string>()

/** Keeps HTML that leaves the screen: the router may bring the reader back to it without a request. */
export const keepHtml = (name: string, html: string): void => {
  kept.delete(name)
  kept.set(name, html)
  for (const oldest of kept.keys()) {
    if (kept.size <= limit) break
    kept.delete(oldest)
  }
}

export const keptHtml = (name: string): string | undefined => kept.get(name)
