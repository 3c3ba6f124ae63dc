import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './errors'
import { folders } from './reasons'

/** One at a time: where the system answers that nothing is there, Node's own recursion never ends (/proc/any). */
const make = (folder: string): void => {
  if (existsSync(folder) && statSync(folder).isDirectory()) return
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) make(above)
  mkdirSync(folder)
}

/** What the system refused, as a sentence. Anything else that was thrown is a defect and comes out as it is. */
export const toFolderError = (error: unknown, folder: string): unknown => {
  if (error instanceof StoreError || !(error instanceof Error) || !('syscall' in error) || !('code' in error))
    return error
  const code = String(error.code)
  const why = folders[code] ?? 'is refused by the system; name another in DATA_DIR'
  return folderError(folder, `${why} (${code})`)
}

/** `why` goes on behind the folder's name. */
export const folderError = (folder: string, why: string) => new StoreError('folder', `${JSON.stringify(folder)} ${why}`)

/** Makes the folder and those above it, where they are missing. Throws StoreError where the system refuses. */
export const makeFolder = (folder: string): void => {
  try {
    make(folder)
  } catch (error) {
    // another process may have been faster
    if (existsSync(folder) && statSync(folder).isDirectory()) return
    throw toFolderError(error, folder)
  }
}
