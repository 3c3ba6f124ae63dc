/**
 * `npm run bench [-- rpc cpu viewers store history paint fuzz pages chart serve flood]`: ours beside the peers and the floor, all from
 * one run on this machine. The report goes to standard output, progress to standard error; a missed goal is marked, and
 * is no failure.
 */
import { chartTimeSection } from './chart-time'
import { cpuSection } from './cpu'
import { floodSection } from './flood'
import { fuzzSection } from './fuzz'
import { historySections } from './history'
import { type Network, startNetwork } from './network'
import { pagesSection } from './pages'
import { paintSections } from './paint'
import { rpcSections } from './rpc'
import { serveSection } from './serve'
import { storeSection } from './store'
import { missesIn, type Section, say, sectionText } from './table'
import { viewersSection } from './viewers'
import { startWeb, type Web } from './web'

const stopping = new AbortController()
// As often as it comes, from npm and from the terminal: what was started is still to be cleared away.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => stopping.abort(new Error('Stopped.')))

const onNetwork: Readonly<Record<string, (network: Network) => Promise<readonly Section[]>>> = {
  rpc: rpcSections,
  cpu: async (network) => [await cpuSection(network)],
  // Last, for it moves the network's time on.
  viewers: async (network) => [await viewersSection(network, stopping.signal)],
}
const alone: Readonly<Record<string, () => Promise<readonly Section[]>>> = {
  store: async () => [await storeSection()],
  history: () => historySections(stopping.signal),
  paint: paintSections,
  fuzz: async () => [await fuzzSection(stopping.signal)],
}
const onWeb: Readonly<Record<string, (web: Web) => Promise<Section>>> = {
  pages: pagesSection,
  chart: (web) => chartTimeSection(web, stopping.signal),
  serve: (web) => serveSection(web, stopping.signal),
  flood: (web) => floodSection(web, stopping.signal),
}
const known = [onNetwork, alone, onWeb].flatMap((each) => Object.keys(each))

const runAll = async (chosen: readonly string[]): Promise<readonly Section[]> => {
  const sections: Section[] = []
  const show = (found: readonly Section[]) => {
    for (const section of found) process.stdout.write(`${sectionText(section)}\n`)
    sections.push(...found)
    stopping.signal.throwIfAborted()
  }
  const wanted = Object.entries(onNetwork).filter(([name]) => chosen.includes(name))
  if (wanted.length > 0) {
    const network = await startNetwork(stopping.signal)
    try {
      for (const [, run] of wanted) show(await run(network))
    } finally {
      await network.stop()
    }
  }
  for (const [name, run] of Object.entries(alone)) if (chosen.includes(name)) show(await run())
  const seen = Object.entries(onWeb).filter(([name]) => chosen.includes(name))
  if (seen.length > 0) {
    const web = await startWeb(stopping.signal)
    try {
      for (const [, run] of seen) show([await run(web)])
    } finally {
      await web.stop()
    }
  }
  return sections
}

const asked = process.argv.slice(2)
const strange = asked.find((name) => !known.includes(name))
if (strange !== undefined) {
  process.stderr.write(`There is no measurement "${strange}": it may be ${known.join(', ')}.\n`)
  process.exit(1)
}
const began = performance.now()
try {
  const sections = await runAll(asked.length > 0 ? asked : known)
  const misses = missesIn(sections)
  const goals = sections.flatMap(({ rows }) => rows).filter(({ met }) => met !== undefined).length
  process.stdout.write(`${goals - misses.length} of ${goals} goals met${misses.length > 0 ? '; missed:' : '.'}\n`)
  for (const miss of misses) process.stdout.write(`  ${miss}\n`)
  say(`Done in ${((performance.now() - began) / 1000).toFixed(0)} s.`)
  process.exit(0)
} catch (error) {
  if (!stopping.signal.aborted) console.error(error)
  process.exit(stopping.signal.aborted ? 130 : 1)
}
