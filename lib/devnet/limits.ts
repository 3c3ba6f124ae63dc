import type { Address } from 'viem'
import { type Call, call } from './calls'
import data from './data/rate-limits.json'

type LimitChain = Exclude<keyof typeof data, 'source'>

const UNLIMITED = 2n ** 256n - 1n

/** Sets every limit that is known of a chain, full. */
export const setLimits = (chain: LimitChain, rateLimits: Address): readonly Call[] =>
  data[chain].map(({ key, maxAmount, slope }) =>
    call(
      rateLimits,
      'setRateLimitData(bytes32,uint256,uint256)',
      ...[key, maxAmount === 'unlimited' ? UNLIMITED : BigInt(maxAmount), BigInt(slope)],
    ),
  )

/** Spends part of one limit, another every time, so that what is left is not always the whole. */
export const spendLimit = (chain: LimitChain, rateLimits: Address, turn: number): readonly Call[] => {
  const finite = data[chain].filter(({ maxAmount }) => maxAmount !== '0' && maxAmount !== 'unlimited')
  const one = finite[(turn * 7) % finite.length]
  return one ? [call(rateLimits, 'spend(bytes32,uint256)', one.key, BigInt(20 + ((turn * 13) % 70)))] : []
}

/** Roles of the layer's contracts: keccak256 of their names. */
const almRoles = {
  CONTROLLER: '0x70546d1c92f8c2132ae23a23f5177aa8526356051c7510df99f50e012d221529',
  RELAYER: '0xab4f864e5201b0fde9b5ee3e4cf96384802b0ffdfcf7f9de4699ce21a30afc4f',
  FREEZER: '0x0ac42a08299cbc4428ec38ad4a8e7d7440779fbbb20ea90bd10c094a406cfa6f',
} as const

type Layer = {
  readonly proxy: Address
  readonly rateLimits: Address
  readonly controller: Address
  readonly relayers: readonly Address[]
  readonly freezer: Address
}

/** Wires a chain's proxy, limits and controller together, with the roles each needs. */
export const openLayer = ({ proxy, rateLimits, controller, relayers, freezer }: Layer): readonly Call[] => {
  const grant = (target: Address, role: string, account: Address) =>
    call(target, 'grantRole(bytes32,address)', role, account)
  return [
    grant(proxy, almRoles.CONTROLLER, controller),
    grant(rateLimits, almRoles.CONTROLLER, controller),
    ...relayers.map((relayer) => grant(controller, almRoles.RELAYER, relayer)),
    grant(controller, almRoles.FREEZER, freezer),
    call(controller, 'open(address,address)', proxy, rateLimits),
  ]
}
