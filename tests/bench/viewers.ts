import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { chains } from '@/lib/chains'
import { createAaveReader } from './aave-peer'
import { createMarketReader } from './market'
import type { Network } from './network'
import { createNode } from './node'
import { type Row, type Section, say } from './table'
import { viemCallOf, viemWays } from './viem-peer'

const viewers = 200
const pollSeconds = 2
const intervals = 6
const seconds = pollSeconds * intervals
/** What viewers ask for in turn: pages in both languages, all numbers, one of them with its proof. */
const paths = ['/', '/lend', '/zh-Hant/lend', '/savings', '/api/v1/numbers', '/api/v1/numbers/tvl.total-usd:all:TOTAL']

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The real server as `npm start` runs it, on these nodes, with a store of its own. */
const startServer = async ({ proxies }: Network, signal: AbortSignal) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-bench-'))
  const urls = Object.fromEntries(chains.map(({ id, slug }) => [`RPC_URL_${id}`, proxies[slug].url]))
  const own = { POLL_SECONDS: `${pollSeconds}`, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0' }
  const plain = { DATABASE_URL: '', SITE_URL: '', RPC_QUORUM: '1', READ_AT: 'latest' }
  const child = spawn(process.execPath, [join(root, 'lib/server/start.mjs'), 'live'], {
    cwd: root,
    // By this name start.mjs knows that it was started by somebody whose end it is to notice.
    env: { ...process.env, ...urls, ...own, ...plain, npm_lifecycle_event: 'bench' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  signal.addEventListener('abort', () => child.kill('SIGTERM'))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const serving = /Serving (http:\S+)/.exec(said)?.[1]
      if (serving) resolve(serving)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => reject(new Error(`The server did not start:\n${said.slice(-2_000)}`)))
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, stop }
}

const untilReady = async (url: string, signal: AbortSignal) => {
  for (let tries = 0; tries < 240; tries++) {
    signal.throwIfAborted()
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await sleep(250)
  }
  throw new Error('The server has not become ready.')
}

/** A new block every second, so that each snapshot differs from the last and nothing kept stays good. */
const startMining = async ({ nodes }: Network) => {
  const rpcs = chains.map(({ slug }) => createNode(nodes[slug]))
  await Promise.all(rpcs.map(({ send }) => send('anvil_setBlockTimestampInterval', 2)))
  const timer = setInterval(() => {
    for (const { send } of rpcs) send('anvil_mine', '0x1').catch(() => undefined)
  }, 1000)
  return () => clearInterval(timer)
}

type Counted = { readonly http: number; readonly snapshots: number }

/** What reached the nodes: every snapshot of a chain asks for its head once. */
const counted = ({ proxies }: Network): Counted => {
  const each = chains.map(({ slug }) => {
    const { exchanges } = proxies[slug]
    const heads = exchanges.filter(({ sent }) => sent.includes('eth_getBlockByNumber')).length
    return { http: exchanges.length, heads }
  })
  return {
    http: each.reduce((sum, { http }) => sum + http, 0),
    snapshots: Math.max(...each.map(({ heads }) => heads)),
  }
}

const during = async (network: Network, run: () => Promise<unknown>): Promise<Counted> => {
  for (const { slug } of chains) network.proxies[slug].reset()
  await run()
  return counted(network)
}

/** The peers' way: every open tab reads the market for itself. One poll of each. */
const countTabs = async (network: Network) => {
  const proxy = network.proxies.ethereum
  const snapshot = await createMarketReader(proxy.url)()
  const calls = (snapshot.calls.ethereum ?? []).map(viemCallOf)
  const [ethereum] = chains
  const poll = async (one: () => Promise<unknown>) => {
    proxy.reset()
    for (let tab = 0; tab < viewers; tab += 20) await Promise.all(Array.from({ length: 20 }, one))
    const { length } = proxy.exchanges
    proxy.reset()
    return length
  }
  return {
    aave: await poll(() => createAaveReader(proxy.url)()),
    viem: await poll(() => viemWays.multicall(ethereum, proxy.url, calls)),
  }
}

const perSnapshot = ({ http, snapshots }: Counted) => http / snapshots

/** Goal 2: what viewers cost the nodes. */
export const viewersSection = async (network: Network, signal: AbortSignal): Promise<Section> => {
  say(`Counting what ${viewers} tabs on the peers’ libraries ask of one node…`)
  const tabs = await countTabs(network)
  say('Starting the real server (it builds what is missing)…')
  const server = await startServer(network, signal)
  const stopMining = await startMining(network)
  try {
    await untilReady(server.url, signal)
    await sleep(pollSeconds * 1000, null, { signal })
    say(`${seconds} s without a viewer, ${seconds} s with ${viewers}…`)
    const quiet = await during(network, () => sleep(seconds * 1000, null, { signal }))
    let answers = 0
    let refused = 0
    const busy = await during(network, async () => {
      const requests = paths.map((path) => ({ path, headers: { 'accept-encoding': 'gzip' } }))
      const load = await autocannon({ url: server.url, connections: viewers, duration: seconds, requests, timeout: 30 })
      answers = load['2xx']
      refused = load.non2xx + load.errors
    })
    const row = (what: string, { http, snapshots }: Counted): Row => ({
      what,
      ours: `${http} HTTP for ${snapshots} snapshots of six chains in ${seconds} s`,
      floor: `${chains.length} HTTP a snapshot`,
      ratio: `${(http / snapshots).toFixed(2)} HTTP a snapshot`,
    })
    return {
      title: `2 · Upstream requests, ${pollSeconds} s between snapshots, a new block every second`,
      rows: [
        { ...row('0 viewers', quiet), peer: '0' },
        {
          ...row(`${viewers} viewers, ${answers} answers`, busy),
          peer: `SparkLend alone, every interval: viem ${tabs.viem}, Aave ${tabs.aave} HTTP`,
          goal: 'as with 0, at most one snapshot an interval',
          // A window of n intervals can hold n + 1 beginnings.
          met: busy.snapshots <= intervals + 1 && perSnapshot(busy) <= perSnapshot(quiet) + 1 / busy.snapshots,
        },
        {
          what: 'Answers other than 200',
          ours: `${refused}`,
          goal: '0',
          met: refused === 0,
        },
      ],
      notes: [
        `Viewers ask for ${paths.join(', ')} as fast as they are answered. The peers’ tabs are ${viewers} real clients, each polling once.`,
      ],
    }
  } finally {
    stopMining()
    await server.stop()
  }
}
