import { type AbiFunction, type Address, encodeAbiParameters, type Hex, parseAbiItem, toFunctionSelector } from 'viem'

/** A call that the operator contract makes. */
export type Call = { readonly target: Address; readonly data: Hex }

export const OPERATOR: Address = '0x000000000000000000000000000000000000d3f0'
/** Sends all transactions: the first account of the test mnemonic, whose key every anvil has. */
export const SENDER: Address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'

const signatures = new Map<string, { item: AbiFunction; selector: Hex }>()

const signatureOf = (signature: string) => {
  const found = signatures.get(signature)
  if (found) return found
  const item = parseAbiItem(`function ${signature}` as 'function f()') as AbiFunction
  const entry = { item, selector: toFunctionSelector(item) }
  signatures.set(signature, entry)
  return entry
}

/** `call(token, 'assign(address,uint256)', holder, amount)`. The arguments are checked when encoded, not by the compiler. */
export const call = (target: Address, signature: string, ...args: readonly unknown[]): Call => {
  const { item, selector } = signatureOf(signature)
  return { target, data: `${selector}${encodeAbiParameters(item.inputs, args as never).slice(2)}` }
}

/** Makes a call from an account that runs the Actor contract. */
export const callAs = (actor: Address, { target, data }: Call): Call =>
  call(actor, 'doCall(address,bytes)', target, data)

/** One transaction of many calls. */
export const batch = (calls: readonly Call[]): Hex => call(OPERATOR, 'act((address target, bytes data)[])', calls).data
