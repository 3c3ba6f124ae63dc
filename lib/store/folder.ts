import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from './errors'

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
  return new StoreError('folder', `It holds ${JSON.stringify(folder)}, which cannot be used (${String(error.code)}).`)
}

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
