import { createPublicClient, http, type PublicClient, parseAbi, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainBySlug } from '@/lib/chains'
import { aaveOracle } from '@/lib/contracts/aave-oracle'
import { pool } from '@/lib/contracts/pool'
import { protocolDataProvider } from '@/lib/contracts/protocol-data-provider'
import { susds } from '@/lib/contracts/susds'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { apyFromAnnualRate } from '@/lib/math/compounding'
import { rayMul } from '@/lib/math/ray'
import { lendMetrics } from '@/lib/metrics/lend'
import { savingsMetrics } from '@/lib/metrics/savings'
import { createSource } from '@/lib/reader/source'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

const chain = chainBySlug('ethereum')
const { contracts } = chain
const idleSeconds = 12_345
const strategyAbi = parseAbi([
  'struct CalculateInterestRatesParams { uint256 unbacked; uint256 liquidityAdded; uint256 liquidityTaken; uint256 totalStableDebt; uint256 totalVariableDebt; uint256 averageStableBorrowRate; uint256 reserveFactor; address reserve; address aToken; }',
  'function calculateInterestRates(CalculateInterestRatesParams params) view returns (uint256 liquidityRate, uint256 stableBorrowRate, uint256 variableBorrowRate)',
])

let devnet: Devnet
let client: PublicClient
let snapshot: Snapshot
let block: bigint
const defects: unknown[] = []
const requests: (number | undefined)[] = []

const raw = (metric: string, key: string): bigint | undefined =>
  snapshot.numbers.find(({ id }) => id === `${metric}:ethereum:${key}`)?.value?.raw
const keyOfAsset = (asset: string): string | undefined =>
  snapshot.numbers.find(({ metric, value }) => metric === 'lend.underlying' && value?.raw === BigInt(asset))?.key

const provider = { address: contracts.PROTOCOL_DATA_PROVIDER.address, abi: protocolDataProvider.abi }

beforeAll(async () => {
  const now = Date.UTC(2025, 5, 4) / 1000
  devnet = await startDevnet({ now, chains: ['ethereum'] })
  client = createPublicClient({ transport: http(devnet.urls.ethereum) })
  // So that interest has accrued since each reserve was last touched.
  await client.request({ method: 'evm_increaseTime' as never, params: [idleSeconds] as never })
  await client.request({ method: 'evm_mine' as never, params: [] as never })
  const source = createSource({ chain, urls: [devnet.urls.ethereum], finality: 'latest', quorum: 1 })
  const report = (error: unknown) => defects.push(error)
  const metrics = [...lendMetrics, ...savingsMetrics]
  const first = await takeSnapshot({ sources: [source], metrics, previous: null, now, report })
  const second = await takeSnapshot({ sources: [source], metrics, previous: first.snapshot, now, report })
  requests.push(first.requests.ethereum, second.requests.ethereum)
  snapshot = second.snapshot
  block = snapshot.asOf.ethereum?.block ?? 0n
})

afterAll(async () => {
  await devnet?.stop()
})

describe('every number of SparkLend against the contracts’ own answers', () => {
  const assets = () =>
    client.readContract({
      address: contracts.POOL.address,
      abi: pool.abi,
      functionName: 'getReservesList',
      blockNumber: block,
    })

  it('finds every reserve, without a defect, and interest has accrued since it was touched', async () => {
    expect(defects).toEqual([])
    expect((await assets()).map(keyOfAsset)).not.toContain(undefined)
    expect(raw('savings.live-index', 'SUSDS')).toBeGreaterThan(raw('savings.stored-index', 'SUSDS') ?? 0n)
  })

  it('needs at most three requests the first time, and one from then on', () => {
    expect(requests[0]).toBeLessThanOrEqual(3)
    expect(requests[1]).toBe(1)
  })

  it('has the amounts to the last unit', async () => {
    for (const asset of await assets()) {
      const key = keyOfAsset(asset) ?? ''
      const at = { ...provider, args: [asset], blockNumber: block } as const
      const [, scaled, , , , liquidityRate, variableRate] = await client.readContract({
        ...at,
        functionName: 'getReserveData',
      })
      expect(raw('lend.supplied', key)).toBe(await client.readContract({ ...at, functionName: 'getATokenTotalSupply' }))
      expect(raw('lend.borrowed', key)).toBe(await client.readContract({ ...at, functionName: 'getTotalDebt' }))
      const income = await client.readContract({
        address: contracts.POOL.address,
        abi: pool.abi,
        functionName: 'getReserveNormalizedIncome',
        args: [asset],
        blockNumber: block,
      })
      expect(raw('lend.accrued-to-treasury', key)).toBe(rayMul(scaled, income))
      expect(raw('lend.supply-apr', key)).toBe(liquidityRate)
      expect(raw('lend.borrow-apr', key)).toBe(variableRate)
      const price = await client.readContract({
        address: contracts.AAVE_ORACLE.address,
        abi: aaveOracle.abi,
        functionName: 'getAssetPrice',
        args: [asset],
        blockNumber: block,
      })
      expect(raw('lend.price', key)).toBe(price)
    }
  })

  it('has the settings', async () => {
    for (const asset of await assets()) {
      const key = keyOfAsset(asset) ?? ''
      const at = { ...provider, args: [asset], blockNumber: block } as const
      const [, ltv, threshold, bonus, factor, , borrowing, , active, frozen] = await client.readContract({
        ...at,
        functionName: 'getReserveConfigurationData',
      })
      const [borrowCap, supplyCap] = await client.readContract({ ...at, functionName: 'getReserveCaps' })
      const said = {
        ltv,
        'liquidation-threshold': threshold,
        'liquidation-bonus': bonus === 0n ? 0n : bonus - 10_000n,
        'liquidation-protocol-fee': await client.readContract({ ...at, functionName: 'getLiquidationProtocolFee' }),
        'reserve-factor': factor,
        'borrowing-enabled': BigInt(borrowing),
        active: BigInt(active),
        frozen: BigInt(frozen),
        paused: BigInt(await client.readContract({ ...at, functionName: 'getPaused' })),
        'flash-loan-enabled': BigInt(await client.readContract({ ...at, functionName: 'getFlashLoanEnabled' })),
        'borrow-cap': borrowCap,
        'supply-cap': supplyCap,
        'debt-ceiling-usd': await client.readContract({ ...at, functionName: 'getDebtCeiling' }),
        emode: await client.readContract({ ...at, functionName: 'getReserveEModeCategory' }),
      }
      const ours = Object.fromEntries(Object.keys(said).map((metric) => [metric, raw(`lend.${metric}`, key)]))
      expect({ key, ...ours }).toEqual({ key, ...said })
    }
  })

  it('knows what the next interaction would store, as the strategy works it out', async () => {
    for (const asset of await assets()) {
      const key = keyOfAsset(asset) ?? ''
      const strategy = await client.readContract({
        ...provider,
        functionName: 'getInterestRateStrategyAddress',
        args: [asset],
        blockNumber: block,
      })
      expect(raw('lend.rate-strategy', key)).toBe(BigInt(strategy))
      const [supply, , borrow] = await client.readContract({
        address: strategy,
        abi: strategyAbi,
        functionName: 'calculateInterestRates',
        args: [
          {
            unbacked: 0n,
            liquidityAdded: 0n,
            liquidityTaken: 0n,
            totalStableDebt: 0n,
            totalVariableDebt: raw('lend.borrowed', key) ?? 0n,
            averageStableBorrowRate: 0n,
            reserveFactor: raw('lend.reserve-factor', key) ?? 0n,
            reserve: asset,
            aToken: toHex(raw('lend.sp-token', key) ?? 0n, { size: 20 }),
          },
        ],
        blockNumber: block,
      })
      expect([key, raw('lend.next-borrow-apy', key)]).toEqual([key, apyFromAnnualRate(borrow)])
      // Aave's first strategy rounds an average over stable and variable debt on the way; Spark's own ones do not.
      const distance = (raw('lend.next-supply-apy', key) ?? 0n) - apyFromAnnualRate(supply)
      expect(distance < 0n ? -distance : distance).toBeLessThan(10n ** 9n)
    }
  })
})

describe('savings against the contract’s own answers', () => {
  it('accrues sUSDS’ index as sUSDS does', async () => {
    const worth = await client.readContract({
      address: contracts.SUSDS.address,
      abi: susds.abi,
      functionName: 'convertToAssets',
      args: [10n ** 27n],
      blockNumber: block,
    })
    expect(raw('savings.live-index', 'SUSDS')).toBe(worth)
  })
})
