import type { Abi } from 'viem'

/** An interface reduced to the functions we call: the ABI is also the list of what we trust. */
export type Contract<abi extends Abi = Abi, name extends string = string> = {
  readonly name: name
  readonly abi: abi
  /** Where the signatures were read from: `repository/File.sol@commit` or the verified contract. */
  readonly source: string
}

export const defineContract = <const abi extends Abi, const name extends string>(contract: Contract<abi, name>) =>
  contract
