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

/** wagmi's own client is viem's with `batch.multicall` on. */
const clientOf = (chain: Chain, url: string, asWagmi = false): PublicClient => {
  const multicall3 = { address: chain.contracts.MULTICALL3?.address ?? '0x' } as const
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const rpcUrls = { default: { http: [url] } }
  const known = defineChain({ id: chain.id, name: chain.name, nativeCurrency, rpcUrls, contracts: { multicall3 } })
  const transport = http(url, { timeout: 60_000 })
  return createPublicClient({ chain: known, transport, ...(asWagmi ? { batch: { multicall: true } } : {}) })
}

/** The ways in which an application on viem or wagmi makes these calls without setting anything. */
export const viemWays = {
  /** `multicall()`, also what wagmi's `useReadContracts` does. */
  multicall: async (chain: Chain, url: string, calls: readonly ViemCall[]) => {
    await clientOf(chain, url).multicall({ contracts: calls, allowFailure: true })
  },
  /** One `readContract` a value, as wagmi's `useReadContract` in many components. */
  hooks: async (chain: Chain, url: string, calls: readonly ViemCall[]) => {
    const client = clientOf(chain, url, true)
    await Promise.allSettled(calls.map((call) => client.readContract(call)))
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
