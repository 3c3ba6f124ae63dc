import { http } from 'viem'
import { createConfig } from 'wagmi'
import { readContract, readContracts } from 'wagmi/actions'
import type { Chain } from '@/lib/chains'
import { chainOf, type ViemCall } from './viem-peer'

/** wagmi's configuration with nothing set but the chain and its node. */
const configOf = (chain: Chain, url: string) =>
  createConfig({ chains: [chainOf(chain, url)], transports: { [chain.id]: http(url, { timeout: 60_000 }) } })

/** The ways in which an application on wagmi makes these calls: what its hooks call, without React around it. */
export const wagmiWays = {
  /** `readContracts`, which `useReadContracts` calls. */
  readContracts: async (chain: Chain, url: string, calls: readonly ViemCall[]) => {
    await readContracts(configOf(chain, url), { contracts: calls, allowFailure: true })
  },
  /** One `readContract` a value, as `useReadContract` in many components. */
  hooks: async (chain: Chain, url: string, calls: readonly ViemCall[]) => {
    const config = configOf(chain, url)
    await Promise.allSettled(calls.map((call) => readContract(config, call)))
  },
} as const
