import { createPublicClient, http, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainBySlug, chains } from '@/lib/chains'
import { ethereum } from '@/lib/chains/ethereum'
import { type Devnet, type Progress, startDevnet } from '@/lib/devnet'
import { readHeadlines } from './referee'

// The whole history on all six chains, as the demo has it.
const now = Date.parse('2026-11-20T09:30:00Z') / 1000
const progress: Progress[] = []
let devnet: Devnet
let headlines: Awaited<ReturnType<typeof readHeadlines>>

beforeAll(async () => {
  devnet = await startDevnet({ now, onProgress: (step) => progress.push(step) })
  headlines = await readHeadlines(devnet)
})
afterAll(() => devnet?.stop())

const erc20 = parseAbi([
  'function totalSupply() view returns (uint256)',
  'function balanceOf(address) view returns (uint256)',
])

/** As a page would show it: dollars in the unit, to so many decimals. */
const shown = (dollars: number, unit: 'B' | 'M', decimals: number) =>
  (dollars / (unit === 'B' ? 1e9 : 1e6)).toFixed(decimals)

describe('the last block of the whole network', () => {
  it('is the last midnight on every chain', () => {
    for (const { timestamp } of Object.values(devnet.heads))
      expect(timestamp).toBe(Date.parse('2026-11-20T00:00:00Z') / 1000)
  })

  it('is final, so that history may reach up to it', async () => {
    for (const { slug } of chains) {
      const client = createPublicClient({ transport: http(devnet.urls[slug]) })
      expect((await client.getBlock({ blockTag: 'finalized' })).hash).toBe(devnet.heads[slug].hash)
    }
  })

  it('has no more bridged savings than lie in escrow on Ethereum', async () => {
    const { SUSDS, BASE_ESCROW, ARBITRUM_ESCROW, OPTIMISM_ESCROW, UNICHAIN_ESCROW } = ethereum.contracts
    const escrows = {
      base: BASE_ESCROW,
      arbitrum: ARBITRUM_ESCROW,
      optimism: OPTIMISM_ESCROW,
      unichain: UNICHAIN_ESCROW,
    }
    const onEthereum = createPublicClient({ transport: http(devnet.urls.ethereum) })
    for (const slug of ['base', 'arbitrum', 'optimism', 'unichain'] as const) {
      const client = createPublicClient({ transport: http(devnet.urls[slug]) })
      const { address } = chainBySlug(slug).contracts.SUSDS
      const out = await client.readContract({ address, abi: erc20, functionName: 'totalSupply' })
      const args = [escrows[slug].address] as const
      const kept = await onEthereum.readContract({
        address: SUSDS.address,
        abi: erc20,
        functionName: 'balanceOf',
        args,
      })
      expect(kept).toBeGreaterThanOrEqual(out)
    }
  })

  it('comes to the total that the articles state', () => {
    expect(shown(headlines.total, 'B', 2)).toBe('7.90')
    expect(Math.abs(headlines.total / 7_902_000_000 - 1)).toBeLessThan(0.0005)
  })

  it('holds 2.40 B of tokenised treasuries, and the funds manage what the press said', () => {
    expect(shown(headlines.funds.spark, 'B', 2)).toBe('2.40')
    expect(shown(headlines.funds.buidl, 'B', 2)).toBe('2.81')
    expect(shown(headlines.funds.ustb, 'M', 1)).toBe('490.7')
    expect(shown(headlines.funds.jtrsy, 'M', 1)).toBe('237.1')
    const market = headlines.funds.buidl + headlines.funds.ustb + headlines.funds.jtrsy
    expect(shown(market, 'B', 2)).toBe('3.54')
    expect(headlines.funds.spark / market).toBeCloseTo(0.678, 3)
  })

  it('holds more than 41 M in the USDC vault', () => {
    expect(headlines.susdc).toBeGreaterThan(41_000_000)
    expect(headlines.susdc).toBeLessThan(41_500_000)
  })

  it('has both markets at the sizes shown in the picture', () => {
    expect(
      [headlines.market.size, headlines.market.available, headlines.market.borrowed].map((sum) => shown(sum, 'B', 3)),
    ).toEqual(['8.145', '5.149', '2.997'])
    expect(headlines.market.size / 8_145_487_049.62).toBeCloseTo(1, 3)
    expect(headlines.market.available / 5_148_664_317.79).toBeCloseTo(1, 3)
    expect(headlines.market.borrowed / 2_996_822_731.83).toBeCloseTo(1, 3)
    expect(shown(headlines.gnosis.available, 'M', 1)).toBe('50.4')
  })

  it('has 340 M in the four PSM3, 153 M of it USDC', () => {
    expect(headlines.layer.psmAssets / 340_000_000).toBeCloseTo(1, 3)
    expect(headlines.layer.psmUsdc / 153_000_000).toBeCloseTo(1, 3)
  })

  it('was reached with progress reported on each chain up to the end', () => {
    for (const chain of Object.keys(devnet.heads)) {
      const last = progress.findLast((step) => step.chain === chain)
      expect(last?.done).toBe(last?.total)
    }
  })
})
