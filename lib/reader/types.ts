import type { Abi, Address, ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType, Hex } from 'viem'
import type { Chain, ContractKey } from '../chains'
import type { Contract } from '../contracts/define-contract'

export type Finality = 'latest' | 'safe' | 'finalized'

/** The one block of a chain that everything is read at. "Now" is its timestamp (unix seconds), never the clock. */
export type BlockRef = {
  readonly number: bigint
  readonly hash: Hex
  readonly timestamp: number
  readonly finality: Finality
}

/** One contract call as it happened: enough for anyone to make it again. */
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
 * The only way a metric sees a chain: reads are pinned to `block`, recorded, de-duplicated across metrics, batched with
 * all others of the same tick, and do not compile against a contract the metric did not declare.
 */
export type Reader<declared extends Contract = Contract> = {
  readonly chain: Chain
  readonly block: BlockRef
  /** Address of a registry constant on this chain. Throws AbsentError where the chain has none. */
  address(key: ContractKey): Address
  /** Whether this chain has the registry constant. Whether code stands there at this block, only a read can tell. */
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
   * Runs what many numbers have in common once a block; its calls count as those of every number that shares it. `name`
   * says everything that the result depends on beside the block. Throws what `part` throws.
   */
  share<value>(name: string, part: (reader: Reader<declared>) => Promise<value>): Promise<value>
}

export type AnyReader = Reader<Contract<Abi>>
