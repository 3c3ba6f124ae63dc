// The embedded network on fixed ports, until Ctrl-C:   node --import tsx lib/devnet/main.ts [first port]
import { type ChainSlug, chains } from '../chains'
import { startDevnet } from './index'

const firstPort = Number(process.argv[2] ?? 18_545)
const ports = Object.fromEntries(chains.map(({ slug }, i) => [slug, firstPort + i])) as Record<ChainSlug, number>
const began = Date.now()
const stopping = new AbortController()
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping.abort(new Error('Stopped.'))
      resolve()
    })
  }
})

const said = new Map<string, number>()
const devnet = await startDevnet({
  now: Date.now() / 1000,
  ports,
  signal: stopping.signal,
  onProgress: ({ chain, step, done, total }) => {
    const tenth = Math.floor((10 * done) / total)
    if (said.get(`${chain} ${step}`) === tenth) return
    said.set(`${chain} ${step}`, tenth)
    process.stderr.write(`${chain}: ${step}${done > 0 ? ` ${done}/${total}` : ''}\n`)
  },
})
process.stderr.write(`Ready after ${((Date.now() - began) / 1000).toFixed(1)} s; Ctrl-C stops it.\n`)
for (const { id, slug } of chains) process.stdout.write(`export RPC_URL_${id}=${devnet.urls[slug]}\n`)
await asked
await devnet.stop()
