import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LockedError } from './errors'
import { makeFolder, toFolderError } from './folder'
import { type Holder, isAlive, ownHolder, readHolder } from './lock-holder'

/*
 * The exclusive right to a folder. PGlite has no such lock: two processes on one folder silently lose each other's rows.
 *
 * Lock files are numbered, `lock.1`, `lock.2` …, and only the highest counts. It names its holder. When that process has
 * ended or released it, others may create the next number, and link() lets exactly one succeed. The highest file is never
 * removed, not even on release, so the number never decreases and two processes cannot both believe to be first. A process
 * killed half-way leaves nothing that the next one would have to wait for.
 * It works among the processes of one machine: containers that share a folder but not their pids do not see each other.
 */

export type FolderLock = { release(): void }

const NUMBERED = /^lock\.(\d+)$/

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .map((name) => Number(NUMBERED.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b)

/** The running process that the highest lock names; null where the folder is free. */
const holderBy = (folder: string, highest: number): Holder | null => {
  const holder = highest === 0 ? null : readHolder(join(folder, `lock.${highest}`))
  return holder && !holder.released && isAlive(holder) ? holder : null
}

/** Where the process that has the folder serves; null where none has it, or it serves nothing. */
export const addressOf = (folder: string): string | null =>
  existsSync(folder) ? (holderBy(folder, numbersIn(folder).at(-1) ?? 0)?.address ?? null) : null

/**
 * Locks the folder (created if missing) for this process, until `release` or the end of the process. `address` is where
 * it serves, for the message to whoever finds the folder locked.
 * @throws LockedError when a running process has it, with a sentence that names it and says what to do; StoreError where
 * no lock file can be written.
 */
export function lockFolder(folder: string, address?: string): FolderLock {
  makeFolder(folder)
  const own = ownHolder(address)
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
      // since it looked, others may have taken and removed this number and taken a higher one, which counts
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
