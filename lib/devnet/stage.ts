import { type Address, encodeAbiParameters, encodeDeployData, type Hex } from 'viem'
import type { Day } from './calendar'
import type { Call } from './calls'
import type { Compilation } from './compile'

/** Code at an address: as it runs, or as a constructor leaves it (immutables live in the code, so the constructor is run). */
export type Placement = {
  readonly address: Address
  readonly code: { readonly deployed: Hex } | { readonly creation: Hex }
}

type Slot = { readonly address: Address; readonly slot: Hex; readonly value: Hex }

/** What is built on one chain: code and storage first, then the opening's transactions, then one transaction a day. */
export type Stage = {
  readonly placements: Placement[]
  readonly slots: Slot[]
  readonly balances: { address: Address; wei: bigint }[]
  /** Each a transaction before the first day. */
  readonly opening: Call[][]
  readonly daily: ((day: Day) => readonly Call[])[]
  /** Days on which code appears, in a block of its own; those before `from` only count towards the heights. */
  readonly later: { readonly day: Day; readonly placements: Placement[] }[]
  /** The first day shown: contracts older than it are there from the opening on. */
  readonly from: Day
  /** Code of our own contracts; the constructor is run where arguments are given. */
  code(name: string, ...args: readonly unknown[]): Placement['code']
  place(address: Address, name: string, ...args: readonly unknown[]): void
  /** Code that appears on a day; what appears on one day appears in one block. At once where that day is past already. */
  appear(day: Day, placements: readonly Placement[]): void
}

export const createStage = (compilation: Compilation, from: Day): Stage => {
  const placements: Placement[] = []
  const code: Stage['code'] = (name, ...args) => {
    const compiled = compilation[name]
    if (!compiled) throw new Error(`No contract ${name} in lib/devnet/contracts`)
    const { abi, bytecode, deployedBytecode } = compiled
    if (args.length === 0) return { deployed: deployedBytecode }
    return { creation: encodeDeployData({ abi, bytecode, args }) }
  }
  const place: Stage['place'] = (address, name, ...args) => {
    placements.push({ address, code: code(name, ...args) })
  }
  const later: Stage['later'] = []
  const appear: Stage['appear'] = (day, appearing) => {
    const same = later.find((step) => step.day === day) ?? { day, placements: [] }
    if (!later.includes(same)) later.push(same)
    if (day <= from) placements.push(...appearing)
    else same.placements.push(...appearing)
  }
  return { placements, slots: [], balances: [], opening: [], daily: [], later, from, code, place, appear }
}

export const word = (value: Address | bigint): Hex =>
  typeof value === 'bigint'
    ? encodeAbiParameters([{ type: 'uint256' }], [value])
    : encodeAbiParameters([{ type: 'address' }], [value])
