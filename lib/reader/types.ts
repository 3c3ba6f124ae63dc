import type { Abi, Address, ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType, Hex } from 'viem'
import type { Chain, ContractKey } from '../chains'
import type { Contract } from '../contracts/define-contract'

export type Finality = 'latest' | 'safe' | 'finalized'

/** The block of a chain at which everything is read. "Now" is its timestamp (unix seconds), never the clock. */
export type BlockRef = {
  readonly number: bigint
  readonly hash: Hex
  readonly timestamp: number
  readonly finality: Finality
}

/** One contract call with its result: enough for anyone to repeat it. */
export type RecordedCall = {
  readonly address: Address
  /** Name of the interface. */
  readonly contract: string
  readonly functionName: string
  /** JSON-safe: integers as decimal strings. */
  readonly args: readonly unknown[]
  readonly calldata: Hex
  /** Raw return data; of a reverted call its revert data. */
  readonly result: Hex
  readonly ok: boolean
}

type View = 'view' | 'pure'

/**
 * A metric's only access to a chain: reads are pinned to `block`, recorded, de-duplicated across metrics, batched with
 * all others of the same tick, and do not compile against a contract that the metric did not declare.
 */
export type Reader<declared extends Contract = Contract> = {
  readonly chain: Chain
  readonly block: BlockRef
  /** Address of a registry constant on this chain. Throws AbsentError where the chain has none. */
  address(key: ContractKey): Address
  /** Whether this chain has the registry constant. Only a read tells whether there is code at this block. */
  has(key: ContractKey): boolean
  /** The registry constant of an address on this chain, else the checksummed address itself. */
  keyOf(address: Address): string
  /** Throws RevertedError, AbsentError (no code there), MisfitError, NodeError. */
  read<
    const contract extends declared,
    functionName extends ContractFunctionName<contract['abi'], View>,
    const args extends ContractFunctionArgs<contract['abi'], View, functionName>,
  >(
    contract: contract,
    address: Address,
    functionName: functionName,
    ...args: args extends readonly [] ? [args?: readonly []] : [args: args]
  ): Promise<ContractFunctionReturnType<contract['abi'], View, functionName, args>>
  /**
   * Runs what many numbers have in common once per block; its calls are recorded for every number that shares it. `name`
   * must contain everything that the result depends on beside the block. Throws what `part` throws.
   */
  share<value>(name: string, part: (reader: Reader<declared>) => Promise<value>): Promise<value>
}

export type AnyReader = Reader<Contract<Abi>>
