import { type Address, getAddress, isAddress } from 'viem'
import { arbitrum, base, gnosis, mainnet, optimism, unichain } from 'viem/chains'
import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type Chain,
  type ContractKey,
  chainById,
  chainBySlug,
  chainSlugs,
  chains,
  contractAt,
  type Deployment,
  deploymentOf,
  isChainSlug,
} from '@/lib/chains'
import { sky } from '@/lib/chains/ethereum/sky'
import { spark } from '@/lib/chains/ethereum/spark'
import { sparklend } from '@/lib/chains/ethereum/sparklend'
import { sparklendInternals } from '@/lib/chains/ethereum/sparklend-internals'
import { tokens } from '@/lib/chains/ethereum/tokens'
import { venues } from '@/lib/chains/ethereum/venues'
import catalogue from './catalogue.json'

const contractsOf = (chain: Chain) => Object.entries<Deployment>(chain.contracts)
const viemChains = [mainnet, gnosis, base, arbitrum, optimism, unichain]

test('there are six chains in their order, each with its own slug, id and name', () => {
  expect(chainSlugs).toEqual(['ethereum', 'gnosis', 'base', 'arbitrum', 'optimism', 'unichain'])
  expect(chains.map(({ id }) => id)).toEqual([1, 100, 8453, 42161, 10, 130])
  expect(new Set(chains.map(({ name }) => name)).size).toBe(chains.length)
  expect(new Set(chains.map(({ short }) => short)).size).toBe(chains.length)
})

test('no part of Ethereum’s registry overrides a name of another', () => {
  const parts = [spark, sparklend, sparklendInternals, tokens, sky, venues, { MULTICALL3: null }]
  const keys = parts.flatMap((part) => Object.keys(part))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(Object.keys(chainBySlug('ethereum').contracts).sort()).toEqual(keys.sort())
})

describe.each(chains.map((chain): [string, Chain] => [chain.slug, chain]))('%s', (slug, chain) => {
  const viemChain = viemChains.find(({ id }) => id === chain.id)

  test('has addresses with their checksum', () => {
    for (const [key, { address }] of contractsOf(chain)) expect(isAddress(address, { strict: true }), key).toBe(true)
  })

  test('gives no address two names', () => {
    const addresses = contractsOf(chain).map(([, { address }]) => address)
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([])
  })

  test('names its contracts as constants are named', () => {
    for (const [key] of contractsOf(chain)) expect(key).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/)
  })

  test('has Multicall3 where it is everywhere, since the block that viem knows', () => {
    const multicall3: { address: Address; blockCreated?: number } | undefined = viemChain?.contracts?.multicall3
    expect(deploymentOf(chain, 'MULTICALL3')).toEqual({
      address: getAddress(multicall3?.address ?? '0x'),
      since: BigInt(multicall3?.blockCreated ?? -1),
    })
  })

  test('has five to eight endpoints, encrypted, without a key, none twice, none known to be dead', () => {
    expect(chain.endpoints.length).toBeGreaterThanOrEqual(5)
    expect(chain.endpoints.length).toBeLessThanOrEqual(8)
    expect(new Set(chain.endpoints.map(({ url }) => new URL(url).host)).size).toBe(chain.endpoints.length)
    for (const { url } of chain.endpoints) {
      const { protocol, username, search } = new URL(url)
      expect({ protocol, username, search }, url).toEqual({ protocol: 'https:', username: '', search: '' })
      expect(url).not.toMatch(/[0-9a-f]{16}|demo/i)
      // Withdrawn, closed, moved to public.1rpc.io, being taken down.
      expect(url).not.toMatch(/llamarpc|blastapi|\/\/1rpc\.io|blockpi/)
    }
  })

  test('has an endpoint that keeps the state of old blocks', () => {
    expect(chain.endpoints.filter(({ archive }) => archive === true).length).toBeGreaterThanOrEqual(1)
  })

  test('marks no endpoint with a limit that lets nothing through', () => {
    for (const { url, batch = 1, logs = 0 } of chain.endpoints)
      expect([batch >= 1, logs >= 0, Number.isInteger(batch), Number.isInteger(logs)], url).toEqual([
        true,
        true,
        true,
        true,
      ])
  })

  test('has an explorer whose origin a path can follow', () => {
    expect(new URL(chain.explorer.url).origin).toBe(chain.explorer.url)
  })

  test('has the registry’s constants under their own names', () => {
    const constants = Object.values<Record<string, string>>(Reflect.get(catalogue.registry, slug))
    for (const [key, address] of constants.flatMap((part) => Object.entries(part)))
      expect([key, Reflect.get(chain.contracts, key)?.address]).toEqual([key, address])
  })

  test('holds each address that the sources name for it, and no other', () => {
    const constants = Object.values<Record<string, string>>(Reflect.get(catalogue.registry, slug))
    const others = Object.values<string[]>(Reflect.get(catalogue.others, slug))
    const named = new Set([...constants.flatMap((part) => Object.values(part)), ...others.flat()])
    expect(
      contractsOf(chain)
        .map(([, { address }]) => address)
        .sort(),
    ).toEqual([...named].sort())
  })

  test('finds the name of an address in any case, and none for an unknown one', () => {
    for (const [key, { address }] of contractsOf(chain)) {
      expect(contractAt(chain, address)).toBe(key)
      expect(contractAt(chain, getAddress(address.toLowerCase()))).toBe(key)
    }
    expect(contractAt(chain, '0x000000000000000000000000000000000000dEaD')).toBeNull()
  })
})

test('what is left out is on none of the chains', () => {
  const ours = new Set<string>(chains.flatMap((chain) => contractsOf(chain).map(([, { address }]) => address)))
  expect(
    Object.values(catalogue.leftOut)
      .flat()
      .filter((address) => ours.has(address)),
  ).toEqual([])
})

test('one address is another contract on another chain', () => {
  const address = '0x1601843c5E9bC251A3272907010AFa41Fa18347E'
  expect(contractAt(chainBySlug('ethereum'), address)).toBe('ALM_PROXY')
  expect(contractAt(chainBySlug('base'), address)).toBe('PSM3')
  expect(contractAt(chainBySlug('gnosis'), address)).toBeNull()
})

test('chains are found by slug and by id, and nothing else is a chain', () => {
  for (const chain of chains) {
    expect(chainBySlug(chain.slug)).toBe(chain)
    expect(chainById(chain.id)).toBe(chain)
    expect(isChainSlug(chain.slug)).toBe(true)
  }
  expect(chainById(43114)).toBeUndefined()
  for (const text of ['', 'Ethereum', 'all', 'constructor', '1']) expect(isChainSlug(text)).toBe(false)
})

test('only Arbitrum’s EVM speaks of another chain’s height', () => {
  expect(chains.filter(({ evmBlockNumber }) => evmBlockNumber !== 'own').map(({ slug }) => slug)).toEqual(['arbitrum'])
})

test('the compiler knows each chain’s names, and the names of all of them', () => {
  expectTypeOf<'PSM3' | 'POOL' | 'SXDAI_ADAPTER'>().toExtend<ContractKey>()
  expectTypeOf<'PSM3'>().toExtend<ContractKey<'base' | 'ethereum'>>()
  expectTypeOf<'PSM3'>().not.toExtend<ContractKey<'ethereum'>>()
  expectTypeOf<'NOBODY'>().not.toExtend<ContractKey>()
  expectTypeOf(chainBySlug('base').contracts.PSM3).toEqualTypeOf<Deployment>()
})
