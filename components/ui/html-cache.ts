import { LruCache } from '@/lib/lru-cache'

/** Enough for all pages that a reader goes back and forth between. */
const kept = new LruCache<string, string>({ max: 256 })

/** Keeps HTML that leaves the screen: the router may bring the reader back to it without a request. */
export const keepHtml = (name: string, html: string): void => kept.set(name, html)

export const keptHtml = (name: string): string | undefined => kept.get(name)
