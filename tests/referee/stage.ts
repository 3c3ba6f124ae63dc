import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type AbiFunction,
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  parseAbiItem,
  toFunctionSelector,
} from 'viem'
import { compile as compileDevnet } from '@/lib/devnet/compile'

type Output = { contracts: Record<string, Record<string, { evm: { deployedBytecode: { object: string } } }>> }

const compileTable = (): Hex => {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const content = readFileSync(new URL('./table.sol', import.meta.url), 'utf8')
  const settings = { evmVersion: 'cancun', outputSelection: { '*': { '*': ['evm.deployedBytecode.object'] } } }
  const input = { language: 'Solidity', settings, sources: { 'table.sol': { content } } }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output
  const code = output.contracts['table.sol']?.Table?.evm.deployedBytecode.object
  if (!code) throw new Error('table.sol does not compile.')
  return `0x${code}`
}

const functions = new Map<string, AbiFunction>()
/** `balanceOf(address) returns (uint256)` and the like. */
export const functionOf = (signature: string): AbiFunction => {
  const held = functions.get(signature)
  if (held) return held
  const item = parseAbiItem(`function ${signature.replace(' returns', ' view returns')}`) as AbiFunction
  functions.set(signature, item)
  return item
}

export const calldataOf = (signature: string, args: readonly unknown[]): Hex =>
  encodeFunctionData({ abi: [functionOf(signature)], args: args as never })

const slotHex = (slot: bigint) => numberToHex(slot & (2n ** 256n - 1n), { size: 32 })

type Request = readonly [method: string, ...params: readonly unknown[]]

const sendAll = async (url: string, requests: readonly Request[]) => {
  for (let from = 0; from < requests.length; from += 1_000) {
    const batch = requests.slice(from, from + 1_000)
    const body = JSON.stringify(batch.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params })))
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const answers = (await response.json()) as readonly { error?: { message: string } }[]
    const failed = answers.find(({ error }) => error)
    if (failed) throw new Error(failed.error?.message)
  }
}

const multicall: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

/** A chain in the making: contracts that answer by table. Nothing stands at an address that was never named, or was removed. */
export class Stage {
  readonly #tables = new Map<string, Map<string, bigint>>()
  readonly #ether = new Map<string, bigint>()

  #write(address: Address, slot: bigint, words: readonly bigint[]) {
    const table = this.#tables.get(address.toLowerCase()) ?? new Map<string, bigint>()
    this.#tables.set(address.toLowerCase(), table)
    for (const [index, word] of words.entries()) table.set(slotHex(slot + BigInt(index)), word)
  }

  #bytes(address: Address, key: Hex, data: Hex) {
    const hex = data.slice(2)
    const words: bigint[] = [1n | (BigInt(hex.length / 2) << 8n)]
    for (let at = 0; at < hex.length; at += 64) words.push(BigInt(`0x${hex.slice(at, at + 64).padEnd(64, '0')}`))
    this.#write(address, BigInt(keccak256(key)), words)
  }

  /** What these very arguments are answered. */
  set(address: Address, signature: string, args: readonly unknown[], ...values: readonly unknown[]): this {
    this.#bytes(
      address,
      calldataOf(signature, args),
      encodeAbiParameters(functionOf(signature).outputs, values as never),
    )
    return this
  }

  /** What any other arguments are answered. */
  otherwise(address: Address, signature: string, ...values: readonly unknown[]): this {
    const selector = toFunctionSelector(functionOf(signature))
    this.#bytes(address, selector, encodeAbiParameters(functionOf(signature).outputs, values as never))
    return this
  }

  /** Data that need not fit any interface. */
  raw(address: Address, signature: string, args: readonly unknown[], data: Hex): this {
    this.#bytes(address, calldataOf(signature, args), data)
    return this
  }

  /** The last argument × a / b. */
  times(address: Address, signature: string, a: bigint, b: bigint): this {
    this.#write(address, BigInt(keccak256(toFunctionSelector(functionOf(signature)))), [2n, a, b])
    return this
  }

  refuse(address: Address, signature: string, args: readonly unknown[]): this {
    this.#write(address, BigInt(keccak256(calldataOf(signature, args))), [4n])
    return this
  }

  /** Burns all gas it is given. */
  burn(address: Address, signature: string, args: readonly unknown[]): this {
    this.#write(address, BigInt(keccak256(calldataOf(signature, args))), [3n])
    return this
  }

  ether(address: Address, wei: bigint): this {
    this.#ether.set(address, wei)
    return this
  }

  remove(address: Address): this {
    this.#tables.delete(address.toLowerCase())
    return this
  }

  has(address: Address): boolean {
    return this.#tables.has(address.toLowerCase())
  }

  /**
   * Puts everything on a fresh node and mines `blocks`, the last one at `timestamp`. `silent`: contracts refuse without a word,
   * as those do that lack a function.
   */
  async build(
    url: string,
    { blocks, timestamp, silent }: { readonly blocks: number; readonly timestamp: number; readonly silent: boolean },
  ): Promise<void> {
    const code = compileTable()
    const { Multicall3 } = await compileDevnet()
    if (!Multicall3) throw new Error('There is no Multicall3.')
    const requests: Request[] = [['anvil_setCode', multicall, Multicall3.deployedBytecode]]
    for (const [address, table] of this.#tables) {
      requests.push(['anvil_setCode', address, code])
      if (silent) requests.push(['anvil_setStorageAt', address, slotHex(0n), slotHex(1n)])
      for (const [slot, word] of table) {
        if (word !== 0n) requests.push(['anvil_setStorageAt', address, slot, slotHex(word)])
      }
    }
    for (const [address, wei] of this.#ether) requests.push(['anvil_setBalance', address, numberToHex(wei)])
    for (let block = blocks; block > 0; block--)
      requests.push(['evm_setNextBlockTimestamp', timestamp - (block - 1) * 7], ['evm_mine'])
    await sendAll(url, requests)
  }
}
