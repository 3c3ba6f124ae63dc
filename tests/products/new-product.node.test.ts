import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as numbersRoute } from '@/app/api/v1/numbers/route'
import { GET as file } from '@/app/files/charts/[slug]/[ext]/route'
import { productsOf } from '@/components/savings/model'
import { VaultsBlock } from '@/components/savings/tables'
import type { ChainSlug } from '@/lib/chains'
import { charts } from '@/lib/charts/catalogue'
import { numbersOf } from '@/lib/numbers/number-index'
import { productByKey } from '@/lib/products'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { soneium } from '../chains/support/soneium'
import { type DevnetSnapshot, runtimeOf, takeDevnetSnapshot } from '../support/devnet-snapshot'
import { render } from '../support/render'

// The one line that a new product takes in the list.
vi.mock('@/lib/products/list', async (read) => {
  const { products } = await read<typeof import('@/lib/products/list')>()
  return { products: [...products, (await import('./support/spusdg')).spusdg] }
})

// Where its vault stands: a chain's file names it.
vi.mock('@/lib/chains/list', async (read) => {
  const { chains } = await read<typeof import('@/lib/chains/list')>()
  const { soneium: chain } = await import('../chains/support/soneium')
  const contracts = {
    ...chain.contracts,
    SPARK_VAULT_V2_SPUSDG: { address: '0x5000000000000000000000000000000000000018' },
    USDG: { address: '0x5000000000000000000000000000000000000019' },
  }
  const tokens = { ...chain.tokens, USDG: { symbol: 'USDG', decimals: 6 } }
  return { chains: [...chains, { ...chain, contracts, tokens }] }
})

// safe: in this file the list has it
const slug = soneium.slug as string as ChainSlug
const id = 'savings.apy:soneium:SPUSDG'
const origin = 'http://localhost'

let taken: DevnetSnapshot

beforeAll(async () => {
  taken = await takeDevnetSnapshot([slug])
  setAppRuntime(runtimeOf(taken))
})

afterAll(() => taken?.devnet.stop())

describe('a new product, one file and one line,', () => {
  it('is named once, in both languages', () => {
    expect(productByKey('SPUSDG')?.name.long).toEqual({ en: 'Spark USDG', 'zh-Hant': 'Spark USDG' })
  })

  it('is in the snapshot with its rate, its deposits and their dollars, and in the total', () => {
    const { byId } = numbersOf(taken.snapshot)
    for (const metric of ['apy', 'assets', 'assets-usd', 'share-price', 'idle', 'idle-usd', 'deposit-cap'])
      expect(byId(`savings.${metric}:soneium:SPUSDG`), metric).toMatchObject({ status: 'ok' })
    expect(byId('tvl.line-usd:soneium:SAVINGS')?.inputs).toContain('savings.idle-usd:soneium:SPUSDG')
    expect(byId('tvl.deployed-savings-usd:soneium:SPUSDG')).toMatchObject({ status: 'ok' })
  })

  it('is in the table of savings vaults, under its short name', () => {
    const numbers = numbersOf(taken.snapshot)
    for (const locale of ['en', 'zh-Hant'] as const) {
      const products = productsOf(numbers, locale)
      const susds = numbers.get('savings.apy', 'ethereum', 'SUSDS')
      const table = render(createElement(VaultsBlock, { products, sort: undefined, susds }), locale)
      expect(table).toContain('spUSDG')
      expect(table).toContain('/numbers/savings.assets:soneium:SPUSDG')
    }
  })

  it('is in the chart of rates, under its long name and in its colour', async () => {
    const known = new Set(taken.snapshot.numbers.map((number) => number.id))
    const series = charts.find((chart) => chart.slug === 'rates')?.series({ known, mode: 'savings' })
    expect(series?.find(({ key }) => key === id)).toMatchObject({
      name: { en: 'Spark USDG · Soneium', 'zh-Hant': 'Spark USDG · Soneium' },
      colour: 'c8',
      shown: true,
    })
    const request = new Request(`${origin}/charts/rates.json`, { headers: { 'x-site-origin': origin } })
    const drawn = await file(request, { params: Promise.resolve({ slug: 'rates', ext: 'json' }) })
    expect(await drawn.text()).toContain('Spark USDG · Soneium')
  })

  it('is in the API', async () => {
    const answer = await numbersRoute(new Request(`${origin}/api/v1/numbers?key=SPUSDG&metric=savings.apy`))
    const { numbers } = (await answer.json()) as { numbers: readonly { id: string; status: string }[] }
    expect(numbers).toMatchObject([{ id, status: 'ok' }])
  })
})
