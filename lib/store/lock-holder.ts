import { readFileSync } from 'node:fs'

/** The process that has taken a lock, as its lock file names it. */
export type Holder = {
  readonly pid: number
  /** When the process started, which tells it from a later one with the same pid; null where there is no /proc. */
  readonly started: string | null
  readonly released?: boolean
  /** Where the holder serves, if it does. */
  readonly address?: string
}

/** Fields 3 and 22 of /proc/<pid>/stat: the name in field 2 may hold spaces and brackets, so they count from its end. */
function statOf(pid: number): { readonly state: string; readonly started: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', started: fields[19] ?? '' }
  } catch {
    return null
  }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // not allowed to signal it: so it is there
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** This process, as a holder. */
export const ownHolder = (address?: string): Holder => ({
  pid: process.pid,
  started: statOf(process.pid)?.started ?? null,
  ...(address === undefined ? {} : { address }),
})

/** Whether the process that wrote the lock still runs. A zombie does not: it has ended and waits for its parent. */
export function isAlive({ pid, started }: Holder): boolean {
  if (started === null || statOf(process.pid) === null) return answersSignal(pid)
  const stat = statOf(pid)
  return stat !== null && stat.started === started && stat.state !== 'Z' && stat.state !== 'X'
}

/** The holder that a lock file names; null where the file is gone or damaged. */
export function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    const { pid, started, released, address }: Partial<Record<keyof Holder, unknown>> = value
    if (typeof pid !== 'number') return null
    return {
      pid,
      started: typeof started === 'string' ? started : null,
      released: released === true,
      ...(typeof address === 'string' ? { address } : {}),
    }
  } catch {
    // removed, or truncated by a full disk: it locks nothing
    return null
  }
}
