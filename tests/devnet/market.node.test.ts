import { createPublicClient, http, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deployment } from '@/lib/chains'
import { ethereum as ethereumChain } from '@/lib/chains/ethereum'
import { gnosis as gnosisChain } from '@/lib/chains/gnosis'
import { type Devnet, startDevnet } from '@/lib/devnet'
import data from '@/lib/devnet/data/sparklend.json'

const abi = parseAbi([
  'function getAllReservesTokens() view returns ((string symbol, address token)[])',
  'function getReserveConfigurationData(address) view returns (uint256 decimals, uint256 ltv, uint256 threshold, uint256 bonus, uint256 factor, bool collateral, bool borrowing, bool stable, bool active, bool frozen)',
  'function getReserveCaps(address) view returns (uint256 borrowCap, uint256 supplyCap)',
  'function getReserveEModeCategory(address) view returns (uint256)',
  'function getFlashLoanEnabled(address) view returns (bool)',
  'function getDebtCeiling(address) view returns (uint256)',
  'function getLiquidationProtocolFee(address) view returns (uint256)',
  'function getInterestRateStrategyAddress(address) view returns (address)',
  'function getATokenTotalSupply(address) view returns (uint256)',
  'function getTotalDebt(address) view returns (uint256)',
  'function getReserveTokensAddresses(address) view returns (address spToken, address stableDebt, address variableDebt)',
  'function getSourceOfAsset(address) view returns (address)',
  'function getEModeCategoryData(uint8) view returns ((uint16 ltv, uint16 threshold, uint16 bonus, address source, string label))',
  'function getReserveData(address) view returns (uint256, uint256, uint256, uint256, uint256, uint256 liquidityRate, uint256 variableRate, uint256, uint256, uint256, uint256, uint40)',
  'function OPTIMAL_USAGE_RATIO() view returns (uint256)',
  'function getBaseVariableBorrowRate() view returns (uint256)',
  'function getVariableRateSlope1() view returns (uint256)',
  'function getVariableRateSlope2() view returns (uint256)',
  'function symbol() view returns (string)',
  'function isPoolAdmin(address) view returns (bool)',
  'function isRiskAdmin(address) view returns (bool)',
])

const now = Date.parse('2026-09-12T00:00:00Z') / 1000
const markets = { ethereum: ethereumChain, gnosis: gnosisChain } as const
let devnet: Devnet

beforeAll(async () => {
  devnet = await startDevnet({ now, from: now - 86_400, chains: ['ethereum', 'gnosis'] })
})
afterAll(() => devnet?.stop())

describe.each(['ethereum', 'gnosis'] as const)('SparkLend on %s', (slug) => {
  const contracts: Readonly<Record<string, Deployment>> = markets[slug].contracts
  const at = (key: string) => contracts[key]?.address ?? '0x'
  const client = () => createPublicClient({ transport: http(devnet.urls[slug]) })
  const provider = { address: at('PROTOCOL_DATA_PROVIDER'), abi } as const
  const suffix = slug === 'ethereum' ? 'SPTOKEN' : 'ATOKEN'

  it('lists every reserve in its order', async () => {
    const tokens = await client().readContract({ ...provider, functionName: 'getAllReservesTokens' })
    expect(tokens.map(({ token }) => token)).toEqual(data[slug].reserves.map(({ key }) => at(key)))
    expect(tokens.map(({ symbol }) => symbol)).toEqual(data[slug].reserves.map(({ symbol }) => symbol))
  })

  it.each(data[slug].reserves.map((reserve) => [reserve.key, reserve] as const))(
    'configures %s as the spells did',
    async (key, reserve) => {
      const args = [at(key)] as const
      const [decimals, ltv, threshold, bonus, factor, , borrowing, stable, active, frozen] =
        await client().readContract({ ...provider, functionName: 'getReserveConfigurationData', args })
      expect({ decimals, ltv, threshold, bonus, factor, borrowing, stable, active, frozen }).toEqual({
        decimals: BigInt(reserve.decimals),
        ltv: BigInt(reserve.ltv),
        threshold: BigInt(reserve.liquidationThreshold),
        bonus: BigInt(reserve.liquidationBonus),
        factor: BigInt(reserve.reserveFactor),
        borrowing: reserve.borrowingEnabled,
        stable: false,
        active: true,
        frozen: reserve.frozen,
      })
      const caps = await client().readContract({ ...provider, functionName: 'getReserveCaps', args })
      expect(caps).toEqual([BigInt(reserve.borrowCap), BigInt(reserve.supplyCap)])
      expect(await client().readContract({ ...provider, functionName: 'getReserveEModeCategory', args })).toBe(
        BigInt(reserve.eModeCategory),
      )
      expect(await client().readContract({ ...provider, functionName: 'getFlashLoanEnabled', args })).toBe(
        reserve.flashLoanEnabled,
      )
      expect(await client().readContract({ ...provider, functionName: 'getDebtCeiling', args })).toBe(
        BigInt(reserve.debtCeiling),
      )
      expect(await client().readContract({ ...provider, functionName: 'getLiquidationProtocolFee', args })).toBe(
        BigInt(reserve.liquidationProtocolFee),
      )
      expect(await client().readContract({ ...provider, functionName: 'getInterestRateStrategyAddress', args })).toBe(
        at(reserve.strategy),
      )
      expect(
        await client().readContract({ address: at('AAVE_ORACLE'), abi, functionName: 'getSourceOfAsset', args }),
      ).toBe(at(reserve.oracle))
      const [spToken, , variableDebt] = await client().readContract({
        ...provider,
        functionName: 'getReserveTokensAddresses',
        args,
      })
      expect([spToken, variableDebt]).toEqual([at(`${key}_${suffix}`), at(`${key}_DEBT_TOKEN`)])
      expect(await client().readContract({ address: spToken, abi, functionName: 'symbol' })).toBe(`sp${reserve.symbol}`)
    },
  )

  it.each(data[slug].reserves.map((reserve) => [reserve.key, reserve] as const))(
    'holds of %s what the picture shows',
    async (key, reserve) => {
      const args = [at(key)] as const
      const supplied = await client().readContract({ ...provider, functionName: 'getATokenTotalSupply', args })
      const borrowed = await client().readContract({ ...provider, functionName: 'getTotalDebt', args })
      const share = (amount: bigint, of: string) => (of === '0' ? Number(amount) : Number(amount) / Number(of))
      expect(share(supplied, reserve.supplied)).toBeCloseTo(reserve.supplied === '0' ? 0 : 1, 3)
      expect(share(borrowed, reserve.borrowed)).toBeCloseTo(reserve.borrowed === '0' ? 0 : 1, 2)
    },
  )

  it.each(Object.keys(data[slug].strategies))('draws the curve of %s as it was set', async (name) => {
    const strategies: Readonly<Record<string, Record<string, string>>> = data[slug].strategies
    const curve = strategies[name] ?? {}
    const read = (
      functionName:
        | 'OPTIMAL_USAGE_RATIO'
        | 'getBaseVariableBorrowRate'
        | 'getVariableRateSlope1'
        | 'getVariableRateSlope2',
    ) => client().readContract({ address: at(name), abi, functionName })
    expect(String(await read('OPTIMAL_USAGE_RATIO'))).toBe(curve.optimalUsageRatio)
    expect(String(await read('getVariableRateSlope2'))).toBe(curve.variableRateSlope2)
    // what follows the savings rate stood at 4.75 % or 4.25 % when it was recorded; now it follows 3.75 %
    if (followsSavingsRate.includes(name)) return
    expect(String(await read('getBaseVariableBorrowRate'))).toBe(curve.baseVariableBorrowRate)
    expect(String(await read('getVariableRateSlope1'))).toBe(curve.variableRateSlope1)
  })

  it('has the e-modes that were recorded', async () => {
    for (const { id, ltv, liquidationThreshold, liquidationBonus, label } of data[slug].eModes) {
      const category = await client().readContract({
        address: at('POOL'),
        abi,
        functionName: 'getEModeCategoryData',
        args: [id],
      })
      expect([category.ltv, category.threshold, category.bonus, category.label]).toEqual([
        ltv,
        liquidationThreshold,
        liquidationBonus,
        label,
      ])
    }
  })
})

const followsSavingsRate = ['DAI_USDS_RATE_STRATEGY', 'USDC_RATE_STRATEGY', 'PYUSD_RATE_STRATEGY']

describe('the rate-target strategies', () => {
  it('put the kink where the savings rate and the spread say (USDT as recorded in the spell of 2026-04-23)', async () => {
    const client = createPublicClient({ transport: http(devnet.urls.ethereum) })
    const slope = (name: 'USDT_RATE_STRATEGY' | 'USDC_RATE_STRATEGY' | 'WETH_RATE_STRATEGY') =>
      client.readContract({
        address: ethereumChain.contracts[name].address,
        abi,
        functionName: 'getVariableRateSlope1',
      })
    const ssrApr = (1_000000001167363430498603315n - 10n ** 27n) * 31_536_000n
    expect(await slope('USDT_RATE_STRATEGY')).toBe(ssrApr + 5n * 10n ** 24n)
    expect(await slope('USDT_RATE_STRATEGY')).toBe(41_813973144203954141840000n)
    expect(await slope('USDC_RATE_STRATEGY')).toBe(ssrApr + 125n * 10n ** 23n)
    expect(await slope('WETH_RATE_STRATEGY')).toBe(23_090564414138210000000000n)
  })

  it('leave the risk roles where the registry has them', async () => {
    const client = createPublicClient({ transport: http(devnet.urls.ethereum) })
    const { ACL_MANAGER, SPARK_PROXY, CAP_AUTOMATOR, FREEZER_MOM, KILL_SWITCH_ORACLE } = ethereumChain.contracts
    const has = (functionName: 'isPoolAdmin' | 'isRiskAdmin', account: { address: `0x${string}` }) =>
      client.readContract({ address: ACL_MANAGER.address, abi, functionName, args: [account.address] })
    expect(await has('isPoolAdmin', SPARK_PROXY)).toBe(true)
    for (const account of [CAP_AUTOMATOR, FREEZER_MOM, KILL_SWITCH_ORACLE])
      expect(await has('isRiskAdmin', account)).toBe(true)
    expect(await has('isPoolAdmin', { address: '0x000000000000000000000000000000000000d3f0' })).toBe(false)
  })
})
