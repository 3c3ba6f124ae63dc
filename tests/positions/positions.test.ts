import { getAddress } from 'viem'
import { describe, expect, test } from 'vitest'
import { type ChainSlug, type ContractKey, chainBySlug, chainSlugs, contractAt, deploymentOf } from '@/lib/chains'
import { layerChains, type Position, positionOf, positions, type Valuation } from '@/lib/positions'
import { treasuryFundKeys } from '@/lib/products/funds'
import limited from './limited-tokens.json'

/** Every registry name that a position reads, its worth included. */
const namesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^[A-Z][A-Z0-9_]+$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(namesIn)
}

const namesOf = ({ holder, amount, valuation }: Position) => [...new Set(namesIn([holder, amount, valuation]))]

const worthKinds = (valuation: Valuation): readonly string[] => [
  valuation.kind,
  ...('of' in valuation ? worthKinds(valuation.of) : []),
  ...('coins' in valuation ? valuation.coins.flatMap((coin) => worthKinds(coin.valuation)) : []),
]

const all = chainSlugs.flatMap((chain) => positions[chain].map((position) => ({ chain, position })))

test('the layer is on every chain but Gnosis', () => {
  expect(layerChains).toEqual(chainSlugs.filter((chain) => positions[chain].length > 0))
  expect(positions.gnosis).toEqual([])
})

describe.each(layerChains)('%s', (slug) => {
  const chain = chainBySlug(slug)

  test('every name stands in the registry', () => {
    for (const position of positions[slug]) {
      const missing = namesOf(position).filter((name) => deploymentOf(chain, name as ContractKey) === undefined)
      expect(missing, position.key).toEqual([])
    }
  })

  test('no key stands for two positions', () => {
    const keys = positions[slug].map(({ key }) => key)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    for (const key of keys) expect(positionOf(slug, key)?.key).toBe(key)
  })

  test('no balance is read twice', () => {
    const reads = positions[slug].map(({ amount, holder }) => JSON.stringify([amount, holder]))
    expect(new Set(reads).size).toBe(reads.length)
  })

  test('a balance is keyed by its token, and by its holder where that is not the ALM proxy', () => {
    for (const { key, holder, amount } of positions[slug]) {
      const token = amount.kind === 'balance' ? amount.token : key.replace(/@.*/, '')
      expect(key).toBe(holder === 'ALM_PROXY' ? token : `${token}@${holder}`)
    }
  })

  test('what it holds a limit for is a position', () => {
    const known = limited.tokens[slug as keyof typeof limited.tokens] ?? []
    const balances: readonly string[] = positions[slug].flatMap(({ amount, holder }) =>
      holder !== 'ALM_PROXY'
        ? []
        : amount.kind === 'balance'
          ? [amount.token]
          : amount.kind === 'farm'
            ? [amount.farm]
            : [],
    )
    expect(known.length).toBeGreaterThan(2)
    for (const address of known) {
      const name = contractAt(chain, getAddress(address))
      expect(balances, `${name} ${address}`).toContain(name)
    }
  })
})

test('keys are the registry’s names, with what they wait for and their holder behind them', () => {
  for (const { position } of all) expect(position.key).toMatch(/^[A-Z][A-Z0-9_]*(\.[A-Z][A-Z_]*)?(@[A-Z][A-Z0-9_]*)?$/)
})

const keysOf = (chain: ChainSlug, line: Position['line']) =>
  positions[chain].filter((position) => position.line === line).map(({ key }) => key)

test('every spToken is money in SparkLend, and nothing else is', () => {
  for (const { position } of all)
    expect(position.line === 'sparklend', position.key).toBe(/_SPTOKEN(@|$)/.test(position.key))
  expect(keysOf('ethereum', 'sparklend')).toContain('DAI_SPTOKEN@D3M_SPARK_DAI')
})

test('treasuries are a line of their own, with what is under way; USCC is none', () => {
  const funds = new Set(keysOf('ethereum', 'rwa').map((key) => key.split('.')[0]))
  expect([...funds]).toEqual(treasuryFundKeys)
  expect(keysOf('ethereum', 'rwa').filter((key) => key.startsWith('JTRSY'))).toHaveLength(7)
  expect(keysOf('ethereum', 'liquidity')).toContain('USCC')
})

test('Sky’s own tokens count as Sky’s in every hand of the layer, and nothing else does', () => {
  const own = /^(USDS|SUSDS|DAI|SDAI|USDS_SPK_FARM)(@|$)/
  for (const { position } of all) expect(position.line === 'sky', position.key).toBe(own.test(position.key))
})

test('each of the four PSM3s is a position, by its shares', () => {
  for (const chain of ['base', 'arbitrum', 'optimism', 'unichain'] as const)
    expect(keysOf(chain, 'psm')).toEqual(['PSM3'])
  expect(keysOf('ethereum', 'psm')).toEqual([])
})

test('every kind of amount and of worth has a holding', () => {
  expect(new Set(all.map(({ position }) => position.amount.kind))).toEqual(
    new Set(['balance', 'farm', 'ether', 'psm3-shares', 'cooldown', 'syrup-queue', 'lido-queue', 'erc7540', 'otc']),
  )
  expect(new Set(all.flatMap(({ position }) => worthKinds(position.valuation)))).toEqual(
    new Set([
      'dollar',
      'fund-dollar',
      'oracle',
      'erc4626',
      'maple',
      'curve',
      'psm3',
      'ssr-oracle',
      'superstate',
      'centrifuge',
      'none',
    ]),
  )
})
