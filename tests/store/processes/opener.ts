/** Opens the embedded store at argv[2]; says "open" and stays, or says why not. */
import { openStore, StoreError } from '@/lib/store'

try {
  await openStore({ databaseUrl: null, dataDir: process.argv[2] ?? '' })
  console.log('open')
  setInterval(() => undefined, 60_000)
} catch (error) {
  console.log(error instanceof StoreError ? `${error.code} ${error.message}` : String(error))
}
