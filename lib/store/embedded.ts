import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Engine, migrationsFolder } from './engine'
import { lockFolder } from './lock'

/**
 * PostgreSQL inside this process, in `<dataDir>/pglite`. Its files are written without fsync: what is committed survives
 * the death of the process, kill −9 included, but not for certain a power cut; all of it can be read from the chains again.
 * @throws LockedError when another process has the folder.
 */
export async function openEmbedded(dataDir: string): Promise<Engine> {
  const lock = lockFolder(dataDir)
  try {
    // loaded here: 20 MB of WebAssembly that nobody should pay for by an import
    const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
      import('@electric-sql/pglite'),
      import('drizzle-orm/pglite'),
      import('drizzle-orm/pglite/migrator'),
    ])
    const folder = join(dataDir, 'pglite')
    mkdirSync(folder, { recursive: true })
    // a commit is answered only once it is in the files
    const client = await PGlite.create({
      dataDir: folder,
      relaxedDurability: false,
    })
    const db = drizzle({ client })
    await migrate(db, { migrationsFolder: migrationsFolder() })
    return {
      kind: 'embedded',
      db,
      writer: { holds: () => true, try: async () => true },
      close: async () => {
        await client.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
