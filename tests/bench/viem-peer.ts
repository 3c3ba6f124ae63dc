import {
  type Abi,
  createPublicClient,
  decodeFunctionData,
  decodeFunctionResult,
  defineChain,
  type Hex,
  http,
  type PublicClient,
} from 'viem'
import type { Chain } from '@/lib/chains'
import { metrics } from '@/lib/metrics'
import { aggregateAbi } from '@/lib/reader/multicall'
import type { RecordedCall } from '@/lib/reader/types'

/** A recorded call as viem's own functions take it. */
export type ViemCall = {
  readonly address: Hex
  readonly abi: Abi
  readonly functionName: string
  readonly args: readonly unknown[]
}

const abis = new Map<string, Abi>(
  metrics.flatMap((metric) =>
    metric.kind === 'read' ? metric.reads.map(({ name, abi }) => [name, abi] as const) : [],
  ),
)

export const viemCallOf = ({ address, contract, calldata }: RecordedCall): ViemCall => {
  const abi = abis.get(contract)
  if (!abi) throw new Error(`No metric declares ${contract}.`)
  const { functionName, args = [] } = decodeFunctionData({ abi, data: calldata })
  return { address, abi, functionName, args }
}

/** A chain as viem and wagmi describe one, with this node. */
export const chainOf = (chain: Chain, url: string) => {
  const multicall3 = { address: chain.contracts.MULTICALL3?.address ?? '0x' } as const
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const rpcUrls = { default: { http: [url] } }
  return defineChain({ id: chain.id, name: chain.name, nativeCurrency, rpcUrls, contracts: { multicall3 } })
}

const clientOf = (chain: Chain, url: string): PublicClient =>
  createPublicClient({ chain: chainOf(chain, url), transport: http(url, { timeout: 60_000 }) })

/** The ways in which an application on viem makes these calls without setting anything. */
export const viemWays = {
  multicall: async (chain: Chain, url: string, calls: readonly ViemCall[]) => {
    await clientOf(chain, url).multicall({ contracts: calls, allowFailure: true })
  },
  /** One `readContract` a value on a client that nobody set anything on. */
  reads: async (chain: Chain, url: string, calls: readonly ViemCall[]) => {
    const client = clientOf(chain, url)
    await Promise.allSettled(calls.map((call) => client.readContract(call)))
  },
} as const

/** viem's decoding of one answer of `aggregate3` and of every result in it that has a call here. */
export const decodeWithViem = (data: Hex, calls: readonly (ViemCall | null)[]): readonly unknown[] => {
  const results = decodeFunctionResult({ abi: aggregateAbi, functionName: 'aggregate3', data })
  return calls.map((call, index) => {
    const result = results[index]
    if (!call || !result?.success) return null
    const { abi, functionName, args } = call
    return decodeFunctionResult({ abi, functionName, args, data: result.returnData })
  })
}
