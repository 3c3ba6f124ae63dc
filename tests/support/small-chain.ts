import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Abi, type Address, encodeDeployData, encodeFunctionData, getAddress, type Hex, parseAbi } from 'viem'
import { defineContract } from '@/lib/contracts/define-contract'
import { type Anvil, type FirstBlock, startAnvil } from './anvil'
import { until } from './until'

export const shelf = defineContract({
  name: 'Shelf',
  abi: parseAbi(['function list() view returns (address[])']),
  source: 'tests/support/small-chain.sol',
})

export const item = defineContract({
  name: 'Item',
  abi: parseAbi([
    'function amount() view returns (uint256)',
    'function scale() view returns (address)',
    'function symbol() view returns (string)',
    'function part(uint256 index) view returns (uint256)',
  ]),
  source: 'tests/support/small-chain.sol',
})

export const scale = defineContract({
  name: 'Scale',
  abi: parseAbi(['function weigh(uint256 amount) view returns (uint256)']),
  source: 'tests/support/small-chain.sol',
})

export const villain = defineContract({
  name: 'Villain',
  abi: parseAbi([
    'function burn() view returns (uint256)',
    'function silent() view returns (uint256)',
    'function loud() view returns (uint256)',
    'function huge(uint256 bytesOut) view returns (bytes)',
  ]),
  source: 'tests/support/small-chain.sol',
})

/** Where Multicall3 stands on every chain. */
export const multicallAddress: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'

type Compiled = { readonly abi: Abi; readonly bytecode: Hex; readonly deployed: Hex }
type Output = {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[]
  readonly contracts: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly abi: Abi
            readonly evm: Readonly<Record<'bytecode' | 'deployedBytecode', { readonly object: string }>>
          }
        >
      >
    >
  >
}

const sources = {
  'small-chain.sol': new URL('./small-chain.sol', import.meta.url),
  'Multicall3.sol': new URL('../../lib/devnet/contracts/Multicall3.sol', import.meta.url),
}

const compile = (): ((name: string) => Compiled) => {
  const solc = createRequire(import.meta.url)('solc') as { compile(input: string): string }
  const input = {
    language: 'Solidity',
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true },
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object'] } },
    },
    sources: Object.fromEntries(
      Object.entries(sources).map(([file, url]) => [file, { content: readFileSync(fileURLToPath(url), 'utf8') }]),
    ),
  }
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output
  const error = output.errors?.find(({ severity }) => severity === 'error')
  if (error) throw new Error(error.formattedMessage)
  const contracts = new Map(Object.values(output.contracts).flatMap((file) => Object.entries(file)))
  return (name) => {
    const found = contracts.get(name)
    if (!found) throw new Error(`There is no contract ${name}.`)
    const { abi, evm } = found
    return { abi, bytecode: `0x${evm.bytecode.object}`, deployed: `0x${evm.deployedBytecode.object}` }
  }
}

export type SmallChain = Anvil & {
  readonly shelf: Address
  readonly items: readonly Address[]
  readonly villain: Address
  /** Changes an item's amount, in a block of its own. */
  put(item: Address, amount: bigint): Promise<void>
  /** Another item on the shelf. */
  add(symbol: string, amount: bigint): Promise<Address>
  mine(blocks?: number): Promise<void>
}

/** A real node with Multicall3 at its place, a shelf with three items, the scale that weighs them, and a villain. */
export const startSmallChain = async (chainId: number, first?: FirstBlock): Promise<SmallChain> => {
  const named = compile()
  const anvil = await startAnvil(chainId, first)
  const [from] = (await anvil.send('eth_accounts')) as readonly Address[]

  const transact = async (transaction: { readonly to?: Address; readonly data: Hex }): Promise<Address> => {
    const hash = await anvil.send('eth_sendTransaction', { from, gas: '0x989680', ...transaction })
    // Mined at once, but known a moment later.
    const receipt = await until('the transaction’s receipt', () => anvil.send('eth_getTransactionReceipt', hash), {
      everyMs: 5,
    })
    const { status, contractAddress } = receipt as { readonly status: Hex; readonly contractAddress: Address }
    if (status !== '0x1') throw new Error('The transaction failed.')
    return getAddress(contractAddress ?? transaction.to)
  }
  const deploy = (name: string, ...args: readonly unknown[]) => {
    const { abi, bytecode } = named(name)
    return transact({ data: encodeDeployData({ abi, bytecode, args }) })
  }
  const write = (to: Address, name: string, functionName: string, ...args: readonly unknown[]) =>
    transact({ to, data: encodeFunctionData({ abi: named(name).abi, functionName, args }) })

  await anvil.send('anvil_setCode', multicallAddress, named('Multicall3').deployed)
  const scaleAddress = await deploy('Scale')
  const shelfAddress = await deploy('Shelf')
  const add = async (symbol: string, amount: bigint) => {
    const address = await deploy('Item', scaleAddress, symbol, amount)
    await write(shelfAddress, 'Shelf', 'add', address)
    return address
  }
  const items: Address[] = []
  for (const [index, symbol] of ['APPLE', 'PEAR', 'PLUM'].entries()) items.push(await add(symbol, 100n + BigInt(index)))

  return {
    ...anvil,
    shelf: shelfAddress,
    items,
    villain: await deploy('Villain'),
    add,
    put: async (address, amount) => {
      await write(address, 'Item', 'put', amount)
    },
    mine: async (blocks = 1) => {
      await anvil.send('anvil_mine', `0x${blocks.toString(16)}`)
    },
  }
}
