import { chains } from '../chains'
import type { Snapshot } from '../snapshot/types'

/** Logs when a chain can no longer be read, why, and when it can again: once each, not at every refresh. */
export const createChainLog = (log: (line: string) => void) => {
  let before: Snapshot['failures'] = {}
  return ({ asOf, failures }: Pick<Snapshot, 'asOf' | 'failures'>) => {
    for (const { slug, name } of chains) {
      const [was, is] = [before[slug], failures[slug]]
      if (is === undefined && was !== undefined) log(`${name} is read again.`)
      if (is === undefined || is.code === was?.code) continue
      const stands = asOf[slug] === undefined ? 'Nothing is known of it yet.' : 'Its last numbers stand, marked stale.'
      log(`${name} cannot be read: ${is.message} ${stands}`)
    }
    before = failures
  }
}
