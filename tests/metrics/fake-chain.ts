import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  encodeFunctionData,
  encodeFunctionResult,
  type Hex,
} from 'viem'
import { type ChainSlug, chainBySlug } from '@/lib/chains'
import type { Contract } from '@/lib/contracts/define-contract'
import { deriveAll } from '@/lib/metrics/derive'
import { observeChain } from '@/lib/metrics/observe'
import type { Metric, Observation } from '@/lib/metrics/types'
import { createReader } from '@/lib/reader/reader'
import type { Session } from '@/lib/reader/session'

type View = 'view' | 'pure'

/** Contracts of one chain as a table of answers; the reader, its encoding and its failures are the real ones. */
export class FakeChain {
  readonly slug: ChainSlug
  timestamp: number
  private readonly answers = new Map<string, { ok: boolean; result: Hex }>()

  constructor(slug: ChainSlug, timestamp: number) {
    this.slug = slug
    this.timestamp = timestamp
  }

  private static keyOf(address: Address, calldata: Hex) {
    return `${address.toLowerCase()} ${calldata}`
  }

  answer<
    abi extends Abi,
    functionName extends ContractFunctionName<abi, View>,
    args extends ContractFunctionArgs<abi, View, functionName>,
  >(
    contract: Contract<abi>,
    address: Address,
    functionName: functionName,
    args: args,
    result: ContractFunctionReturnType<abi, View, functionName, args>,
  ): this {
    const data = encodeFunctionResult({ abi: contract.abi as Abi, functionName, result })
    return this.raw(contract, address, functionName, args as readonly unknown[], data)
  }

  /** The bytes themselves, for answers that do not fit the interface. */
  raw(contract: Contract, address: Address, functionName: string, args: readonly unknown[], result: Hex): this {
    const calldata = encodeFunctionData({ abi: contract.abi, functionName, args })
    this.answers.set(FakeChain.keyOf(address, calldata), { ok: true, result })
    return this
  }

  revert(contract: Contract, address: Address, functionName: string, args: readonly unknown[] = []): this {
    const calldata = encodeFunctionData({ abi: contract.abi, functionName, args })
    this.answers.set(FakeChain.keyOf(address, calldata), { ok: false, result: '0x' })
    return this
  }

  /** What a reader needs of a session: the block, and answers. */
  session(): Pick<Session, 'block' | 'call'> {
    return {
      block: { number: 1n, hash: `0x${'11'.repeat(32)}`, timestamp: this.timestamp, finality: 'latest' },
      // What is not in the table has no code: a node answers such a call with nothing.
      call: async ({ address, calldata }) =>
        this.answers.get(FakeChain.keyOf(address, calldata)) ?? { ok: true, result: '0x' },
    }
  }
}

export type Observed = {
  readonly nums: readonly Observation[]
  /** `<address> <calldata>` of every call, sorted. */
  readonly calls: readonly string[]
  readonly defects: readonly unknown[]
  /** The number of this id; throws where there is none. */
  num(id: string): Observation
}

/** Reads the chains and derives all that follows, as a snapshot does. */
export const observeAll = async (metrics: readonly Metric[], chains: readonly FakeChain[]): Promise<Observed> => {
  const defects: unknown[] = []
  const report = (error: unknown) => {
    defects.push(error)
  }
  const readings = await Promise.all(
    chains.map((chain) => {
      const session = chain.session() as Session
      const known = chainBySlug(chain.slug)
      return observeChain(
        metrics,
        chain.slug,
        (record) => createReader(session, known, record),
        () => [],
        report,
      )
    }),
  )
  const read = readings.flatMap(({ observations }) => observations)
  const slugs = chains.map(({ slug }) => slug)
  const nums = [...new Map([...read, ...deriveAll(metrics, read, slugs, report)].map((num) => [num.id, num])).values()]
  const byId = new Map(nums.map((num) => [num.id, num]))
  return {
    nums,
    calls: readings.flatMap(({ calls }) => calls.map(({ address, calldata }) => `${address} ${calldata}`)),
    defects,
    num(id) {
      const found = byId.get(id)
      if (found === undefined) throw new Error(`There is no ${id}.`)
      return found
    },
  }
}
