/**
 * A public endpoint that needs no key, and what its operator is known to allow. What is not marked is not known: the
 * reader learns it from the answers.
 */
export type PublicEndpoint = {
  readonly url: string
  /** Most requests that one JSON-RPC batch may hold; 1 where batches are refused. */
  readonly batch?: number
  /** Whether the state of old blocks is kept: history is asked of those that keep it first. */
  readonly archive?: boolean
  /** Most blocks that one `eth_getLogs` may span; 0 where it is refused. */
  readonly logs?: number
}

// Operators that serve several chains allow the same on each.
// Lists: DefiLlama/chainlist@0962062, wevm/viem@0912a29; none of an operator that closed (LlamaNodes, Blast API, BlockPI).

/** Old state needs a personal token. */
export const publicnode = (name: string): PublicEndpoint => ({
  url: `https://${name}-rpc.publicnode.com`,
  archive: false,
})

/** Its free tier refuses batches of more than three, and logs of more than 10,000 blocks. */
export const drpc = (name: string): PublicEndpoint => ({
  url: `https://${name}.drpc.org`,
  batch: 3,
  archive: true,
  logs: 10_000,
})

/** A relay to changing nodes, so that nothing can be said of all of them. Without `public.` it has moved: chainlist PR 2802. */
export const oneRpc = (path: string): PublicEndpoint => ({ url: `https://public.1rpc.io/${path}` })

export const tenderly = (name: string): PublicEndpoint => ({
  url: `https://${name}.gateway.tenderly.co`,
  archive: true,
})

export const pocket = (name: string): PublicEndpoint => ({ url: `https://${name}.api.pocket.network` })
