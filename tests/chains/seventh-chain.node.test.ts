import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as proofRoute } from '@/app/api/v1/numbers/[id]/route'
import { GET as numbersRoute } from '@/app/api/v1/numbers/route'
import { GET as openapi } from '@/app/api/v1/openapi.json/route'
import { GET as file } from '@/app/files/charts/[slug]/[ext]/route'
import { ChainStrip } from '@/components/layout/chain-strip'
import { type ChainSlug, chainSlugs, isChainSlug } from '@/lib/chains'
import { charts } from '@/lib/charts/catalogue'
import { parseView } from '@/lib/charts/query/codec'
import { readEnv } from '@/lib/env'
import { numbersOf } from '@/lib/numbers/number-index'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { freshnessOf } from '@/lib/snapshot/freshness'
import { proofOf } from '@/lib/snapshot/proof'
import { type DevnetSnapshot, runtimeOf, takeDevnetSnapshot } from '../support/devnet-snapshot'
import { render } from '../support/render'
import { soneium } from './support/soneium'

// The one line that a new chain takes in the list.
vi.mock('@/lib/chains/list', async (read) => {
  const { chains } = await read<typeof import('@/lib/chains/list')>()
  return { chains: [...chains, (await import('./support/soneium')).soneium] }
})

// safe: in this file the list has it
const slug = soneium.slug as string as ChainSlug
const origin = 'http://localhost'

let taken: DevnetSnapshot

beforeAll(async () => {
  taken = await takeDevnetSnapshot(['base', slug])
  setAppRuntime(runtimeOf(taken))
})

afterAll(() => taken?.devnet.stop())

const numberOf = (id: string) => numbersOf(taken.snapshot).byId(id)

describe('a seventh chain, one file and one line,', () => {
  it('is a chain like any other, with its own variable for endpoints', () => {
    expect(chainSlugs).toHaveLength(7)
    expect(isChainSlug('soneium')).toBe(true)
    expect(readEnv({ RPC_URL_1868: 'http://127.0.0.1:1' }).rpcUrls[slug]).toEqual(['http://127.0.0.1:1'])
  })

  it('is in the snapshot, with its vault, its peg stability module and what the layer holds there', () => {
    expect(taken.defects).toEqual([])
    expect(taken.snapshot.failures[slug]).toBeUndefined()
    for (const id of [
      'savings.assets:soneium:SPUSDT',
      'savings.idle-usd:soneium:SPUSDT',
      'savings.apy:soneium:SUSDS',
      'liquidity.psm-usdc-usd:soneium:PSM3',
      'liquidity.position-usd:soneium:USDC',
    ]) {
      expect(numberOf(id), id).toMatchObject({ status: 'ok' })
      expect(numberOf(id)?.value?.raw, id).toBeGreaterThan(0n)
    }
  })

  it('counts in every total, and says so', () => {
    const own = numberOf('tvl.total-usd:soneium:TOTAL')
    expect(own?.value?.raw).toBeGreaterThan(0n)
    const all = numberOf('tvl.total-usd:all:TOTAL')
    expect(all?.inputs).toContain('tvl.total-usd:soneium:TOTAL')
    expect(all?.parts?.of).toBe(7)
    expect(numberOf('tvl.line-usd:all:SAVINGS')?.inputs).toContain('tvl.line-usd:soneium:SAVINGS')
    expect(numberOf('tvl.line-usd:all:LIQUIDITY')?.inputs).toContain('tvl.line-usd:soneium:LIQUIDITY')
    expect(numberOf('tvl.gross-usd:all:TOTAL')?.inputs).toContain('tvl.gross-usd:soneium:TOTAL')
  })

  it('is in the chain strip under the header of every page', () => {
    const chains = freshnessOf(taken.snapshot, { network: 'embedded', now: taken.snapshot.time })
    expect(chains.find(({ chain }) => chain.slug === slug)?.state).toBe('fresh')
    expect(render(createElement(ChainStrip, { chains }))).toContain('Soneium')
  })

  it('is in the API, and in its document', async () => {
    const answer = await numbersRoute(new Request(`${origin}/api/v1/numbers?chain=soneium&line=savings`))
    const { asOf, numbers } = (await answer.json()) as { asOf: object; numbers: readonly { id: string }[] }
    expect(Object.keys(asOf)).toContain('soneium')
    expect(numbers.map(({ id }) => id)).toContain('savings.assets:soneium:SPUSDT')
    expect(await (await openapi()).text()).toContain('"soneium"')
  })

  it('is in the charts, in its own colour, and may be chosen in a link', async () => {
    const known = new Set(taken.snapshot.numbers.map(({ id }) => id))
    const seriesIn = (chart: string, mode: string) =>
      charts.find((each) => each.slug === chart)?.series({ known, mode }) ?? []
    const total = seriesIn('tvl', 'chain').find(({ chain }) => chain === slug)
    expect(total).toMatchObject({ name: { en: 'Soneium', 'zh-Hant': 'Soneium' }, colour: 'c8' })
    expect(seriesIn('rates', 'savings').map(({ key }) => key)).toContain('savings.apy:soneium:SPUSDT')
    for (const chart of charts.filter(({ view }) => view.chains.length > 0)) {
      const { view, problems } = parseView(chart, new URLSearchParams('chains=soneium&v=1'))
      expect([view.chains, problems]).toEqual([['soneium'], []])
    }
    const path = '/charts/tvl.json?mode=chain&v=1'
    const request = new Request(origin + path, { headers: { 'x-site-origin': origin } })
    const drawn = await (await file(request, { params: Promise.resolve({ slug: 'tvl', ext: 'json' }) })).text()
    expect(drawn).toContain('tvl.total-usd:soneium:TOTAL')
  })

  it('has proofs, which its node confirms', async () => {
    const id = 'savings.assets:soneium:SPUSDT'
    const proof = proofOf(numbersOf(taken.snapshot), id)
    expect(proof?.calls.length).toBeGreaterThan(0)
    expect(proof?.recheck[slug]?.command).toContain('$RPC_URL_1868')
    const answer = await proofRoute(new Request(`${origin}/api/v1/numbers/${id}`), { params: Promise.resolve({ id }) })
    expect(await answer.text()).toContain('"chainId":1868')
    const body = /-d '(\{.*\})'$/.exec(proof?.recheck[slug]?.command ?? '')?.[1] ?? ''
    const headers = { 'content-type': 'application/json' }
    const node = await fetch(taken.devnet.urls[slug], { method: 'POST', headers, body })
    expect((await node.json()).result).toBe(proof?.recheck[slug]?.expect)
  })
})

describe('a chain file that does not fit', () => {
  it('is refused when it is loaded, before anything can be missing from a total', async () => {
    const load = (contracts: Record<string, unknown>) => {
      vi.resetModules()
      vi.doMock('@/lib/chains/list', async (read) => {
        const { chains } = await read<typeof import('@/lib/chains/list')>()
        return { chains: [...chains, { ...soneium, contracts }] }
      })
      return import('@/lib/products')
    }
    const { SSR_AUTH_ORACLE, ...silent } = soneium.contracts
    await expect(load(silent)).rejects.toThrow(/SUSDS/)
    const vault = { ...soneium.contracts, SPARK_VAULT_V2_SPGOLD: SSR_AUTH_ORACLE }
    await expect(load(vault)).rejects.toThrow(/SPARK_VAULT_V2_SPGOLD/)
    await expect(load(soneium.contracts)).resolves.toBeDefined()
  })
})
