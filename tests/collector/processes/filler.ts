/** Fills the history of chain 100 at argv[3] into the embedded store at argv[2], instants from argv[4] to argv[5], and says each once stored. */
import { createHistory } from '@/lib/collector/history'
import { instantsBetween } from '@/lib/collector/instants'
import { openStore } from '@/lib/store'
import { sourceOf } from '../../reader/setup'
import { smallMetrics } from '../../support/small-metrics'
import { HOUR } from '../past'

const [dataDir = '', url = '', from = '0', to = '0', shelf = '', villain = '', ...items] = process.argv.slice(2)
const store = await openStore({ databaseUrl: null, dataDir })
// safe: addresses, given by the test
const places = { shelf, villain, items } as unknown as Parameters<typeof smallMetrics>[0]
const history = createHistory({
  sources: [sourceOf('gnosis', [url])],
  universe: ['gnosis'],
  metrics: smallMetrics(places).filter(({ id }) => id === 'lend.amount'),
  store,
  report: (error) => {
    throw error
  },
})
await history.fill({
  instants: instantsBetween(Number(from), Number(to), HOUR),
  onProgress: ({ read }) => console.log(`read ${read}`),
})
await store.close()
console.log('done')
