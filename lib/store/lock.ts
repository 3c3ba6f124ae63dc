import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LockedError } from './errors'
import { makeFolder, toFolderError } from './folder'

/*
 * The exclusive right to a folder. PGlite has no such lock: two processes on one folder silently lose each other's rows.
 *
 * Lock files are numbered, `lock.1`, `lock.2` …, and the highest one counts. It names its holder; when that is gone, or has
 * let go, the next number is up for grabs, and link() gives it to exactly one. The highest file is never removed, not even on
 * release, so the number never falls and two takers cannot both believe that they were first. A process killed in
 * the middle leaves nothing behind that the next one would have to wait for.
 * It holds among the processes of one machine: containers that share a folder but not their pids do not see each other.
 */

type Holder = {
  readonly pid: number
  /** When the process began, which tells it from a later one with the same pid; null where there is no /proc. */
  readonly started: string | null
  readonly released?: boolean
  /** Where the holder serves, if it does. */
  readonly address?: string
}

export type FolderLock = { release(): void }

const NUMBERED = /^lock\.(\d+)$/

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

/** Whether the process that wrote the lock still runs. A zombie does not: it only waits to be collected. */
export function isAlive({ pid, started }: Holder): boolean {
  if (started === null || statOf(process.pid) === null) return answersSignal(pid)
  const stat = statOf(pid)
  return stat !== null && stat.started === started && stat.state !== 'Z' && stat.state !== 'X'
}

function readHolder(path: string): Holder | null {
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
    // gone, or cut short by a full disk: nobody holds by it
    return null
  }
}

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .map((name) => Number(NUMBERED.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b)

/** The living process that has the folder by the highest of its locks; null where it is free. */
const holderBy = (folder: string, highest: number): Holder | null => {
  const holder = highest === 0 ? null : readHolder(join(folder, `lock.${highest}`))
  return holder && !holder.released && isAlive(holder) ? holder : null
}

/** Where the process that has the folder serves; null where none has it, or it serves nothing. */
export const addressOf = (folder: string): string | null =>
  existsSync(folder) ? (holderBy(folder, numbersIn(folder).at(-1) ?? 0)?.address ?? null) : null

/**
 * Takes the folder (made if missing) for this process, until `release` or its end, however it ends. `address`: where
 * it serves, for whoever finds the folder taken.
 * @throws LockedError when a living process has it: a sentence that names it and says what to do; StoreError where no
 * lock can be written there.
 */
export function lockFolder(folder: string, address?: string): FolderLock {
  makeFolder(folder)
  const own: Holder = {
    pid: process.pid,
    started: statOf(process.pid)?.started ?? null,
    ...(address === undefined ? {} : { address }),
  }
  const draft = join(folder, `draft.${process.pid}.${randomUUID()}`)
  const write = (holder: Holder) => writeFileSync(draft, JSON.stringify(holder))
  try {
    write(own)
    for (;;) {
      const highest = numbersIn(folder).at(-1) ?? 0
      const holder = holderBy(folder, highest)
      if (holder) throw new LockedError(sentence(folder, holder))
      const path = join(folder, `lock.${highest + 1}`)
      if (!tryLink(draft, path)) continue
      // a slow taker may have linked below a lock taken, and cleared, since it looked: then the higher one stands
      const numbers = numbersIn(folder)
      if (numbers.at(-1) !== highest + 1) {
        rmSync(path, { force: true })
        continue
      }
      for (const number of numbers) if (number <= highest) rmSync(join(folder, `lock.${number}`), { force: true })
      return {
        release: () => {
          write({ ...own, released: true })
          renameSync(draft, path)
        },
      }
    }
  } catch (error) {
    throw toFolderError(error, folder)
  } finally {
    rmSync(draft, { force: true })
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

const sentence = (folder: string, { pid, address }: Holder): string =>
  pid === process.pid
    ? `This process (${pid}) has ${folder} open already: close it first.`
    : `Process ${pid} has ${folder} open: ask the running server${address === undefined ? '' : ` (${address})`} instead, or stop it first (kill ${pid}).`
