import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Blocks depend on the code, contracts and data of this folder and on the registry's addresses. */
const folders = ['.', '../chains'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)))

/**
 * The version of the network, 12 hexadecimal digits: a hash of its sources. Other sources can make other blocks, and the
 * store of one version must not be taken for another's history.
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
