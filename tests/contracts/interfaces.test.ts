import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Abi, type AbiFunction, type AbiParameter, erc20Abi, erc4626Abi, toFunctionSelector } from 'viem'
import { describe, expect, test } from 'vitest'
import type { Contract } from '@/lib/contracts/define-contract'
import signatures from './signatures.json'

const folder = new URL('../../lib/contracts/', import.meta.url)
const files = readdirSync(folder).filter((file) => file !== 'define-contract.ts')
const isContract = (value: unknown): value is Contract => typeof value === 'object' && value !== null && 'abi' in value

const contracts = new Map<string, Contract>()
for (const file of files) {
  const exported: Record<string, unknown> = await import(new URL(file, folder).href)
  const found = Object.values(exported).filter(isContract)
  if (found[0] !== undefined && found.length === 1) contracts.set(file.replace('.ts', ''), found[0])
}

const functionsOf = (abi: Abi) => abi.filter((item): item is AbiFunction => item.type === 'function')
const type = (parameter: AbiParameter): string =>
  'components' in parameter
    ? parameter.type.replace('tuple', `(${parameter.components.map(type).join(',')})`)
    : parameter.type
const signature = ({ name, inputs, outputs }: Pick<AbiFunction, 'name' | 'inputs' | 'outputs'>) =>
  `${name}(${inputs.map(type).join(',')}) returns (${outputs.map(type).join(',')})`

/** Selector → signature, of what somebody else declared. */
const declared = new Map<string, ReadonlyMap<string, string>>()
for (const [file, { functions }] of Object.entries(signatures.contracts)) {
  declared.set(file, new Map(Object.entries(functions)))
}

const require = createRequire(import.meta.url)
const artifacts = {
  pool: 'protocol/pool/Pool',
  'addresses-provider': 'protocol/configuration/PoolAddressesProvider',
  'acl-manager': 'protocol/configuration/ACLManager',
  'aave-oracle': 'misc/AaveOracle',
  'protocol-data-provider': 'misc/AaveProtocolDataProvider',
  'a-token': 'protocol/tokenization/AToken',
  'debt-token': 'protocol/tokenization/VariableDebtToken',
}
for (const [file, path] of Object.entries(artifacts)) {
  const contract = path.slice(path.lastIndexOf('/') + 1)
  const artifact = require.resolve(`@aave/core-v3/artifacts/contracts/${path}.sol/${contract}.json`)
  const { abi }: { abi: Abi } = JSON.parse(readFileSync(artifact, 'utf8'))
  declared.set(file, new Map(functionsOf(abi).map((fn) => [toFunctionSelector(fn), signature(fn)])))
}
for (const [file, abi] of Object.entries({ erc20: erc20Abi, erc4626: [...erc20Abi, ...erc4626Abi] }))
  declared.set(file, new Map(functionsOf(abi).map((fn) => [toFunctionSelector(fn), signature(fn)])))

// The names themselves are the interface: the same selectors as erc20's, read as 32 bytes; and Chainlink's own.
declared.set(
  'erc20-bytes32',
  new Map([
    ['0x06fdde03', 'name() returns (bytes32)'],
    ['0x95d89b41', 'symbol() returns (bytes32)'],
  ]),
)
declared.set(
  'price-feed',
  new Map([
    ['0xfeaf968c', 'latestRoundData() returns (uint80,int256,uint256,uint256,uint80)'],
    ['0x313ce567', 'decimals() returns (uint8)'],
    ['0x7284e416', 'description() returns (string)'],
  ]),
)

test('every file declares exactly one contract', () => {
  expect([...contracts.keys()].sort()).toEqual(files.map((file) => file.replace('.ts', '')).sort())
})

test('no two contracts have the same name', () => {
  const names = [...contracts.values()].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

describe.each([...contracts])('%s', (file, contract) => {
  const functions = functionsOf(contract.abi)

  test('has only functions that change nothing, none twice, none overloaded', () => {
    expect(functions.length).toBe(contract.abi.length)
    expect(functions.length).toBeGreaterThan(0)
    for (const { name, stateMutability } of functions) expect(['view', 'pure'], name).toContain(stateMutability)
    expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length)
  })

  test('declares each function as the contract’s own source does, inputs and outputs', () => {
    const theirs = declared.get(file)
    const ours = functions.map((fn) => [toFunctionSelector(fn), signature(fn)] as const)
    expect(Object.fromEntries(ours)).toEqual(
      Object.fromEntries(ours.map(([selector]) => [selector, theirs?.get(selector)])),
    )
  })

  test('says where its signatures were read', () => {
    expect(contract.source).toMatch(/\S/)
    expect(contract.source).not.toMatch(/^\/|https?:/)
  })
})
