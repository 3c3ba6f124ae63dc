import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the blocks follow from: this folder's programs, contracts and data, and the registry's addresses. */
const folders = ['.', '../chains'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))

/**
 * Names the network that these sources make, in 12 hexadecimal digits. Other sources can make other blocks, and what
 * was stored of one network must not be taken for the history of another.
 */
export const networkVersion = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort()
    for (const path of paths) hash.update(path.slice(folder.length)).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 12)
}
