import { chains } from '@/lib/chains'
import { metrics } from '@/lib/metrics'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'
import { createAaveReader } from './aave-peer'
import { createMarketReader } from './market'
import type { Network } from './network'
import { createNode } from './node'
import { kilobytes, type Row, type Section, say, times } from './table'
import { addUp, both, ethCallsIn, type Traffic, trafficOf } from './traffic'
import { type ViemCall, viemCallOf, viemWays } from './viem-peer'
import { wagmiWays } from './wagmi-peer'

const largestReturn = 90_000
const mostGas = 30_000_000

type ChainName = (typeof chains)[number]['slug']
type TrafficByChain = Readonly<Record<ChainName, Traffic>>

const resetAll = ({ proxies }: Network) => {
  for (const { slug } of chains) proxies[slug].reset()
}

const trafficByChain = ({ proxies }: Network): TrafficByChain =>
  // safe: one entry a chain
  Object.fromEntries(chains.map(({ slug }) => [slug, trafficOf(proxies[slug].exchanges)])) as TrafficByChain

/** What passes the proxies while `run` runs. */
const measured = async (network: Network, run: () => Promise<unknown>): Promise<TrafficByChain> => {
  resetAll(network)
  await run()
  return trafficByChain(network)
}

const fail = (error: unknown): never => {
  throw error
}

/** Gas of the largest call of the last reading of each chain, by the node's own estimate. */
const gasOf = async (network: Network, slug: ChainName): Promise<number> => {
  const { send } = createNode(network.nodes[slug])
  const sizes = ethCallsIn(network.proxies[slug].exchanges).map(({ call }) => call)
  const gas = await Promise.all(sizes.map(async (call) => Number(await send('eth_estimateGas', call))))
  return Math.max(0, ...gas)
}

const cell = ({ http, ethCalls }: Traffic) => `${http} HTTP, ${ethCalls} eth_call${ethCalls === 1 ? '' : 's'}`

const chainRows = (
  cold: TrafficByChain,
  warm: TrafficByChain,
  peer: TrafficByChain,
  gas: Readonly<Record<string, number>>,
): readonly Row[] =>
  chains.map(({ slug, name }) => ({
    what: name,
    ours: `${cell(warm[slug])}, ${kilobytes(both(warm[slug]))}; cold ${cell(cold[slug])}`,
    peer: `${cell(peer[slug])}, ${kilobytes(both(peer[slug]))}`,
    floor: '1 HTTP, 1 eth_call',
    ratio: `${kilobytes(warm[slug].largest)} returned, ${((gas[slug] ?? 0) / 1e6).toFixed(1)} M gas`,
    goal: '≤ 3 HTTP, ≤ 90 kB, ≤ 30 M',
    met:
      Math.max(warm[slug].http, cold[slug].http) <= 3 &&
      Math.max(warm[slug].largest, cold[slug].largest) <= largestReturn &&
      (gas[slug] ?? 0) <= mostGas,
  }))

/** Goal 1: what one snapshot of everything on six chains asks of the nodes. */
const snapshotSection = async (network: Network): Promise<Section> => {
  say('Counting what a full snapshot asks of six nodes…')
  const sources = chains.map((chain) =>
    createSource({
      chain,
      urls: [network.proxies[chain.slug].url],
      finality: 'latest',
      quorum: 1,
      timeoutMs: 60_000,
    }),
  )
  let previous: Snapshot | null = null
  const take = async () => {
    const now = Math.floor(Date.now() / 1000)
    const { snapshot } = await takeSnapshot({ sources, metrics, previous, now, report: fail })
    previous = snapshot
    return snapshot
  }
  let snapshot: Snapshot | null = null
  const cold = await measured(network, take)
  const warm = await measured(network, async () => {
    snapshot = await take()
  })
  const gas = Object.fromEntries(
    await Promise.all(chains.map(async ({ slug }) => [slug, await gasOf(network, slug)] as const)),
  )
  const callsOf = (slug: ChainName): readonly ViemCall[] => (snapshot?.calls[slug] ?? []).map(viemCallOf)
  say('The same reads by viem and wagmi at their defaults…')
  const peers = { ...viemWays, ...wagmiWays }
  const inWay = (way: keyof typeof peers) =>
    measured(network, () =>
      Promise.all(chains.map((chain) => peers[way](chain, network.proxies[chain.slug].url, callsOf(chain.slug)))),
    )
  const multicall = await inWay('multicall')
  const readContracts = addUp(Object.values(await inWay('readContracts')))
  const [hooks, single] = [addUp(Object.values(await inWay('hooks'))), addUp(Object.values(await inWay('reads')))]
  const reads = chains.reduce((sum, { slug }) => sum + callsOf(slug).length, 0)
  const all = { cold: addUp(Object.values(cold)), warm: addUp(Object.values(warm)) }
  const together = addUp(Object.values(multicall))
  const floor = `${chains.length} HTTP, ${chains.length} eth_calls`
  return {
    title: `1 · One snapshot of everything: ${reads} reads on ${chains.length} chains, ${sizeOf(snapshot)} numbers`,
    rows: [
      {
        what: 'Six chains, warm',
        ours: `${cell(all.warm)}, ${kilobytes(both(all.warm))}`,
        peer: `viem multicall() ${cell(together)}, ${kilobytes(both(together))}; wagmi readContracts() ${cell(readContracts)}`,
        floor,
        ratio: `${times(all.warm.http / together.http)} HTTP, ${times(both(all.warm) / both(together))} bytes`,
        goal: '≤ 6 HTTP, ≤ 8 eth_calls',
        met: all.warm.http <= 6 && all.warm.ethCalls <= 8,
      },
      {
        what: 'Six chains, first ever',
        ours: `${cell(all.cold)}, ${kilobytes(both(all.cold))}`,
        peer: `wagmi readContract() ${cell(hooks)}, ${kilobytes(both(hooks))}`,
        floor,
        ratio: `${times(all.cold.http / hooks.http)} HTTP`,
        goal: '≤ 12 HTTP',
        met: all.cold.http <= 12,
      },
      {
        what: 'The same, nothing batched',
        ours: `${cell(all.warm)}`,
        peer: `viem readContract ${cell(single)}, ${kilobytes(both(single))}`,
        floor,
        ratio: `${times(all.warm.http / single.http)} HTTP`,
      },
      ...chainRows(cold, warm, multicall, gas),
    ],
    notes: [
      'Peers make the same reads once, by viem and wagmi at their defaults: multicall(); readContracts(), which is what wagmi’s useReadContracts calls; and one readContract() a value, as useReadContract in many components does.',
      'viem’s calls do not share one block; ours do, and head, chain id and all reads travel in the same request.',
    ],
  }
}

const sizeOf = (snapshot: Snapshot | null) => snapshot?.numbers.length ?? 0

const trafficRow = (what: string, ours: number, peer: number, name: string, floor: string, most: number): Row => ({
  what,
  ours: kilobytes(ours),
  peer: `${name} ${kilobytes(peer)}`,
  floor,
  ratio: times(ours / peer),
  goal: `≤ ${most}×`,
  met: ours <= most * peer,
})

/** Goal 3: bytes for SparkLend on Ethereum alone. */
const trafficSection = async (network: Network): Promise<Section> => {
  say('Counting bytes for SparkLend on Ethereum alone…')
  const proxy = network.proxies.ethereum
  const [ethereum] = chains
  const read = createMarketReader(proxy.url)
  await read()
  const one = async (run: () => Promise<unknown>) => (await measured(network, run)).ethereum
  let snapshot: Snapshot | null = null
  const ours = await one(async () => {
    snapshot = await read()
  })
  let fields = 0
  const aave = await one(async () => {
    const { reservesData } = await createAaveReader(proxy.url)()
    fields = Object.keys(reservesData[0] ?? {}).length
  })
  // safe: set above, which the compiler does not see
  const calls = ((snapshot as Snapshot | null)?.calls.ethereum ?? []).map(viemCallOf)
  const multicall = await one(() => viemWays.multicall(ethereum, proxy.url, calls))
  const hooks = await one(() => wagmiWays.hooks(ethereum, proxy.url, calls))
  const viem = both(multicall) <= both(hooks) ? multicall : hooks
  const [raw, packed] = [kilobytes(both(aave)), kilobytes(aave.gzip)]
  return {
    title: `3 · Bytes on the wire, SparkLend on Ethereum: ${calls.length} reads`,
    rows: [
      {
        what: 'Requests',
        ours: cell(ours),
        peer: `viem ${cell(multicall)}; wagmi readContract() ${cell(hooks)}; Aave ${cell(aave)}`,
        floor: '1 HTTP, 1 eth_call',
        ratio: times(ours.http / multicall.http),
        goal: '1 HTTP',
        met: ours.http <= 1,
      },
      trafficRow('Raw, against viem and wagmi', both(ours), both(viem), 'viem', raw, 0.35),
      trafficRow('gzip, against viem and wagmi', ours.gzip, viem.gzip, 'viem', packed, 0.35),
      trafficRow('Raw, against Aave’s lens', both(ours), both(aave), 'UiPoolDataProvider', raw, 1.2),
      trafficRow('gzip, against Aave’s lens', ours.gzip, aave.gzip, 'UiPoolDataProvider', packed, 1.2),
    ],
    notes: [
      `Bodies of both directions. Aave’s lens (UiPoolDataProviderV3, the floor here) gets ${fields} fields a reserve for one short call, but one zero price makes it revert as a whole; ours asks each value by a call of its own that anyone can make again, and for more of them.`,
    ],
  }
}

export const rpcSections = async (network: Network): Promise<readonly Section[]> => [
  await snapshotSection(network),
  await trafficSection(network),
]
