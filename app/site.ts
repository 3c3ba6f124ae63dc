import type { Site } from '@/components/layout/shell'
import { hasRead, type NumberIndex, numbersOf } from '@/lib/numbers/number-index'
import { getAppRuntime } from '@/lib/server/app-runtime'

export type SiteWithNumbers = Site & {
  /** null until a chain has been read: pages then say that they wait. */
  readonly numbers: NumberIndex | null
}

/** The newest snapshot and what the shell must know: from memory, so that no page waits on a node or the database. */
export const readSite = (): SiteWithNumbers => {
  const { latest, network, siteUrl } = getAppRuntime()
  const snapshot = latest()
  return { snapshot, network, siteUrl, numbers: snapshot && hasRead(snapshot) ? numbersOf(snapshot) : null }
}

export type Query = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
