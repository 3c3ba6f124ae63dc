import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { isAlive, ownHolder, readHolder } from '../store/lock-holder'

/** Where the servers of this clone say what they listen on, whatever their port and store; commands find them here. */
const folderIn = (root: string) => join(root, '.data', 'servers')

/** Says where this process serves until `remove`. A folder that cannot be written to is no reason not to serve. */
export const announceServer = (address: string, root = process.cwd()): { remove(): void } => {
  const folder = folderIn(root)
  const path = join(folder, `${process.pid}.json`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, JSON.stringify(ownHolder(address)))
    return { remove: () => rmSync(path, { force: true }) }
  } catch {
    // commands then ask HOST and PORT, and the folder's lock
    return { remove: () => undefined }
  }
}

/** Addresses of the servers of this clone that run; what ended ones left is removed. */
export const announcedServers = (root = process.cwd()): readonly string[] => {
  const folder = folderIn(root)
  try {
    return readdirSync(folder).flatMap((name) => {
      const holder = readHolder(join(folder, name))
      if (holder !== null && isAlive(holder)) return holder.address ?? []
      rmSync(join(folder, name), { force: true })
      return []
    })
  } catch {
    return []
  }
}
