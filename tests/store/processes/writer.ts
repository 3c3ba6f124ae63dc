/** Writes points and snapshots to the embedded store at argv[2] from number argv[3] on, and says each once it is committed. */
import { openStore } from '@/lib/store'
import { blocksAfter, syntheticSnapshot } from '../../support/synthetic-snapshot'
import { instantAt, NUMBER, pointAt } from './written'

const [dataDir = '', first = '0'] = process.argv.slice(2)
const store = await openStore({ databaseUrl: null, dataDir })
for (let i = Number(first); ; i++) {
  await store.putPoints([{ number: NUMBER, unit: 'token', class: 'onchain' }], [instantAt(i)], [pointAt(i)])
  console.log(`point ${i}`)
  if (i % 5 !== 0) continue
  const snapshot = syntheticSnapshot(blocksAfter(i))
  await store.putSnapshot(snapshot, i)
  console.log(`snapshot ${snapshot.id}`)
}
