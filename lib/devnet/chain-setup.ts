import { type Address, encodeAbiParameters, encodeDeployData, type Hex } from 'viem'
import type { Day } from './calendar'
import type { Call } from './calls'
import type { Compilation } from './compile'

/** Code at an address: deployed code, or creation code to run where a constructor sets immutables. */
export type Placement = {
  readonly address: Address
  readonly code: { readonly deployed: Hex } | { readonly creation: Hex }
}

type Slot = { readonly address: Address; readonly slot: Hex; readonly value: Hex }

/** What is built on one chain: code and storage, then the initial transactions, then one transaction a day. */
export type ChainSetup = {
  readonly placements: Placement[]
  readonly slots: Slot[]
  readonly balances: { address: Address; wei: bigint }[]
  /** Transactions before the first day. */
  readonly initial: Call[][]
  readonly daily: ((day: Day) => readonly Call[])[]
  /** Days on which code appears, in a block of its own; those before `from` only count towards the heights. */
  readonly later: { readonly day: Day; readonly placements: Placement[] }[]
  /** The first day: contracts older than it exist from the start. */
  readonly from: Day
  /** Code of a contract in lib/devnet/contracts; the constructor runs where arguments are given. */
  code(name: string, ...args: readonly unknown[]): Placement['code']
  place(address: Address, name: string, ...args: readonly unknown[]): void
  /** Adds code on a later day, all of one day in one block; at the start where that day has passed. */
  placeLater(day: Day, placements: readonly Placement[]): void
}

export const createSetup = (compilation: Compilation, from: Day): ChainSetup => {
  const placements: Placement[] = []
  const code: ChainSetup['code'] = (name, ...args) => {
    const compiled = compilation[name]
    if (!compiled) throw new Error(`No contract ${name} in lib/devnet/contracts`)
    const { abi, bytecode, deployedBytecode } = compiled
    if (args.length === 0) return { deployed: deployedBytecode }
    return { creation: encodeDeployData({ abi, bytecode, args }) }
  }
  const place: ChainSetup['place'] = (address, name, ...args) => {
    placements.push({ address, code: code(name, ...args) })
  }
  const later: ChainSetup['later'] = []
  const placeLater: ChainSetup['placeLater'] = (day, added) => {
    const same = later.find((step) => step.day === day) ?? { day, placements: [] }
    if (!later.includes(same)) later.push(same)
    if (day <= from) placements.push(...added)
    else same.placements.push(...added)
  }
  return { placements, slots: [], balances: [], initial: [], daily: [], later, from, code, place, placeLater }
}

export const word = (value: Address | bigint): Hex =>
  typeof value === 'bigint'
    ? encodeAbiParameters([{ type: 'uint256' }], [value])
    : encodeAbiParameters([{ type: 'address' }], [value])
