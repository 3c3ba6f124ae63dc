// The embedded network on fixed ports, until Ctrl-C:   node --import tsx lib/devnet/main.ts [first port]
// Prints a line to paste for each chain's RPC_URL_<id>; the six ports follow one another from 18545.
import { type ChainSlug, chains } from '../chains'
import { type Progress, startDevnet } from './index'

const firstPort = Number(process.argv[2] ?? 18_545)
const ports = Object.fromEntries(chains.map(({ slug }, i) => [slug, firstPort + i])) as Record<ChainSlug, number>
const began = Date.now()
const stopping = new AbortController()
const asked = new Promise<void>((resolve) => {
  stopping.signal.addEventListener('abort', () => resolve())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
})

const said = new Map<string, number>()
const say = ({ chain, step, done, total }: Progress) => {
  const tenth = Math.floor((10 * done) / total)
  if (said.get(`${chain} ${step}`) === tenth) return
  said.set(`${chain} ${step}`, tenth)
  process.stderr.write(`${chain}: ${step}${done > 0 ? ` ${done}/${total}` : ''}\n`)
}

try {
  const devnet = await startDevnet({ now: began / 1000, ports, signal: stopping.signal, onProgress: say })
  process.stderr.write(`Ready after ${((Date.now() - began) / 1000).toFixed(1)} s; Ctrl-C stops it.\n`)
  for (const { id, slug } of chains) process.stdout.write(`export RPC_URL_${id}=${devnet.urls[slug]}\n`)
  await asked
  await devnet.stop()
} catch (error) {
  if (!stopping.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
