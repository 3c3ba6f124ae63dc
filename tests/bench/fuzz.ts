import { Agent, request } from 'node:http'
import { type Fuzzed, faultOf, fuzzedTargets } from '../support/fuzz'
import { cacheBytes } from './limits'
import { buildPages, type Memory, root, type Site, startSite } from './site'
import { type Row, type Section, say } from './table'

const seed = 20_261_121
const queries = 10_000
const warmUps = 1_000
const atOnce = 16
/** Beside what it keeps, the process may grow by this much: garbage that was not yet worth collecting. */
const slack = 128 * 1024 * 1024

type Answer = { readonly status: number; readonly headers: object; readonly body: Buffer }

const ask = (site: Site, target: string, agent: Agent): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url)
    // the target as it is: `fetch` would tidy it
    request({ hostname, port, path: target, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, body: Buffer.concat(chunks) })
      })
    })
      .once('error', reject)
      .end()
  })

type Found = { readonly counts: Map<number, number>; readonly faults: string[] }

const askAll = async (site: Site, asked: readonly Fuzzed[], signal: AbortSignal): Promise<Found> => {
  const found: Found = { counts: new Map(), faults: [] }
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const queue = asked.values()
  const work = async () => {
    for (const each of queue) {
      signal.throwIfAborted()
      const answer = await ask(site, each.target, agent)
      found.counts.set(answer.status, (found.counts.get(answer.status) ?? 0) + 1)
      const fault = faultOf(each, answer)
      if (fault !== null) found.faults.push(fault)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    agent.destroy()
  }
  return found
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`
const keptIn = ({ kept }: Memory) => `${megabytes(kept.bytes)} in ${kept.count} answers`

const rowsOf = ({ counts, faults }: Found, before: Memory, after: Memory, seconds: number): readonly Row[] => {
  const failed = [...counts].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0)
  const statuses = [...counts].sort(([a], [b]) => a - b).map(([status, count]) => `${count} × ${status}`)
  const bound = before.rss - before.kept.bytes + cacheBytes + slack
  return [
    {
      what: 'Answers',
      ours: statuses.join(', '),
      ratio: `${(queries / seconds).toFixed(0)} a second`,
      goal: 'no 5xx',
      met: failed === 0,
    },
    {
      what: 'Markers repeated, or numbers that are none',
      ours: String(faults.length - failed),
      goal: '0',
      met: faults.length === failed,
    },
    {
      what: 'RecordedAnswer by the cache, before → after',
      ours: `${keptIn(before)} → ${keptIn(after)}`,
      goal: `≤ ${megabytes(cacheBytes)}`,
      met: after.kept.bytes <= cacheBytes,
    },
    {
      what: 'Memory of the process, before → after',
      ours: `${megabytes(before.rss)} → ${megabytes(after.rss)}`,
      goal: `≤ ${megabytes(bound)}`,
      met: after.rss <= bound,
    },
  ]
}

/** Ten thousand queries to everything that charts and numbers answer at: nothing breaks, nothing is repeated, memory is bounded. */
export const fuzzSection = async (signal: AbortSignal): Promise<Section> => {
  await buildPages()
  signal.throwIfAborted()
  const site = await startSite('cached', root)
  try {
    say(`Asking ${warmUps} queries to warm up…`)
    await askAll(site, fuzzedTargets(seed + 1, warmUps, site.url), signal)
    const before = await site.memory()
    say(`Asking ${queries.toLocaleString('en')} queries, ${atOnce} at once…`)
    const began = performance.now()
    const found = await askAll(site, fuzzedTargets(seed, queries, site.url), signal)
    const seconds = (performance.now() - began) / 1000
    for (const fault of found.faults.slice(0, 20)) say(fault.slice(0, 300))
    return {
      title: 'Ten thousand fuzzed queries',
      rows: rowsOf(found, before, await site.memory(), seconds),
      notes: [
        `Pages, frames, pictures, data, series, numbers and oEmbed, seed ${seed}: known parameters with good, bad, repeated, huge, malformed and foreign values, unknown ones, pins of nothing. Each query carries a word of its own, looked for in head and body of its answer.`,
        `Before: after ${warmUps} other queries, when the engine has compiled what it runs. The cache may keep ${megabytes(cacheBytes)} here; the process may grow by what the cache may still take and ${megabytes(slack)} of garbage.`,
      ],
    }
  } finally {
    await site.stop()
  }
}
