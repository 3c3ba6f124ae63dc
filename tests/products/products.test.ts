import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chainSlugs, chains, deploymentOf } from '@/lib/chains'
import { colours } from '@/lib/charts/render/palette'
import { productChains, products, productsOn } from '@/lib/products'
import { lineKeys, lines } from '@/lib/products/lines'

describe('the products', () => {
  it('are each named once, in both languages, with a place and a colour of their own', () => {
    expect(new Set(products.map(({ key }) => key)).size).toBe(products.length)
    expect(new Set(products.map(({ rank }) => rank)).size).toBe(products.length)
    for (const { name, colour } of products) {
      for (const words of [name.short, name.long])
        for (const text of Object.values(words)) expect(text.trim().length).toBeGreaterThan(2)
      expect(Object.keys(colours)).toContain(colour)
    }
    expect(new Set(products.map(({ colour }) => colour)).size).toBe(products.length)
  })

  it('stand on the chains whose files name their tokens', () => {
    expect(Object.fromEntries(chainSlugs.map((slug) => [slug, productsOn(slug).map(({ key }) => key)]))).toEqual({
      ethereum: ['SUSDS', 'SDAI', 'SUSDC', 'SPUSDC', 'SPUSDT', 'SPETH', 'SPPYUSD'],
      gnosis: ['SXDAI'],
      base: ['SUSDS', 'SUSDC'],
      arbitrum: ['SUSDS', 'SUSDC', 'SPUSDT'],
      optimism: ['SUSDS', 'SUSDC'],
      unichain: ['SUSDS', 'SUSDC'],
    })
    for (const chain of chains)
      for (const { token, asset } of productsOn(chain.slug))
        expect([deploymentOf(chain, token), deploymentOf(chain, asset)]).not.toContain(undefined)
  })

  it('are claims on Sky, on Sky from another chain, or on a vault', () => {
    const on = (claim: string) => productChains((placed) => placed.claim === claim)
    expect(on('vault')).toEqual(['ethereum', 'arbitrum'])
    expect(on('bridged')).toEqual(['gnosis', 'base', 'arbitrum', 'optimism', 'unichain'])
    expect(on('sky')).toEqual(['ethereum', 'base', 'arbitrum', 'optimism', 'unichain'])
  })

  it('are shown in the README by one of them, to the letter', () => {
    const [, shown] = /### Add a product[^#]*?```ts\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? []
    expect(shown).toBe(readFileSync('lib/products/spusdc.ts', 'utf8'))
  })
})

describe('the product lines', () => {
  it('are named in both languages, each in a colour of its own', () => {
    expect(Object.keys(lines)).toEqual(lineKeys)
    for (const { name } of Object.values(lines)) expect(name.en).not.toBe(name['zh-Hant'])
    expect(new Set(Object.values(lines).map(({ colour }) => colour)).size).toBe(lineKeys.length)
  })
})
