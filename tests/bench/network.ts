import { type ChainSlug, chainSlugs } from '@/lib/chains'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { placeUiPoolDataProvider } from './aave-peer'
import { type CountingProxy, startCountingProxy } from './proxy'
import { say } from './table'

/** The embedded network with a counting proxy in front of each node. */
export type Network = {
  readonly nodes: Devnet['urls']
  readonly proxies: Readonly<Record<ChainSlug, CountingProxy>>
  stop(): Promise<void>
}

// A fixed day, so that counts and bytes are the same at every run; the state is the network's full one, its past is short.
const now = Date.parse('2026-11-20T12:00:00Z') / 1000

export const startNetwork = async (signal: AbortSignal, days = 2): Promise<Network> => {
  say('Starting the embedded six-chain network…')
  const devnet = await startDevnet({ now, from: now - days * 86_400, signal })
  const proxies: CountingProxy[] = []
  const stop = async () => {
    await Promise.all(proxies.map((proxy) => proxy.stop()))
    await devnet.stop()
  }
  try {
    for (const slug of chainSlugs) proxies.push(await startCountingProxy(devnet.urls[slug]))
    await placeUiPoolDataProvider(devnet.urls.ethereum)
    const entries = chainSlugs.map((slug, index) => [slug, proxies[index]])
    // safe: one proxy for each chain
    return { nodes: devnet.urls, proxies: Object.fromEntries(entries) as Network['proxies'], stop }
  } catch (error) {
    await stop()
    throw error
  }
}
