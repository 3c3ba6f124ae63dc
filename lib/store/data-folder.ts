import { existsSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderError, toFolderError } from './folder'

/** The release of PostgreSQL whose files the embedded engine reads and writes. */
const ENGINE = '18'

/** Says that the engine's files were once whole: a folder without them is then damaged rather than new. */
const MARK = 'opened'

/** Less than this, and the engine cannot begin. */
const ROOM = 64 * 1024 * 1024

const wayOut = 'put back a copy, or move the folder away: the store then begins anew and reads the past again'

const versionOf = (files: string): string | null => {
  try {
    return readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return null
  }
}

const isFull = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < ROOM
  } catch {
    return false
  }
}

/** @throws StoreError where the engine's files in the folder are not its own, or gone: it would begin anew over them. */
export function checkDataFolder(dataDir: string, files: string): void {
  const version = versionOf(files)
  if (version === ENGINE) return
  if (version !== null && /^\d+$/.test(version)) {
    const which = Number(version) > Number(ENGINE) ? 'a newer' : 'an older'
    const way = `start the version of Sparkscope that wrote it, or name another in DATA_DIR`
    throw folderError(files, `was written by ${which} engine (PostgreSQL ${version}, not ${ENGINE}); ${way}`)
  }
  const hasFiles = existsSync(join(dataDir, MARK)) && existsSync(files) && readdirSync(files).length > 0
  if (version !== null || hasFiles) throw folderError(files, `is damaged; ${wayOut}`)
}

/** The engine has opened and read its files. */
export const markDataFolder = (dataDir: string): void => {
  if (!existsSync(join(dataDir, MARK))) writeFileSync(join(dataDir, MARK), `PostgreSQL ${ENGINE}\n`)
}

/** What kept the engine from opening its files; what it says of that itself is an abort without a reason. */
export function openingError(error: unknown, dataDir: string, files: string): unknown {
  if (isFull(dataDir)) return folderError(dataDir, 'is on a disk that is full; make room, or name another in DATA_DIR')
  if (error instanceof Error && 'syscall' in error) return toFolderError(error, files)
  return folderError(files, `is damaged, or its files may not be read and written; ${wayOut}`)
}
