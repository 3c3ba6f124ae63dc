import { createPublicClient, http, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arbitrum } from '@/lib/chains/arbitrum'
import { base } from '@/lib/chains/base'
import { ethereum } from '@/lib/chains/ethereum'
import { gnosis } from '@/lib/chains/gnosis'
import { type Devnet, startDevnet } from '@/lib/devnet'

const abi = parseAbi([
  'function ssr() view returns (uint256)',
  'function chi() view returns (uint192)',
  'function rho() view returns (uint64)',
  'function vsr() view returns (uint256)',
  'function nowChi() view returns (uint256)',
  'function convertToAssets(uint256) view returns (uint256)',
  'function totalAssets() view returns (uint256)',
  'function totalSupply() view returns (uint256)',
  'function assetsOutstanding() view returns (uint256)',
  'function asset() view returns (address)',
  'function balanceOf(address) view returns (uint256)',
  'function getSUSDSData() view returns ((uint96 ssr, uint120 chi, uint40 rho))',
  'function getConversionRate() view returns (uint256)',
  'function pocket() view returns (address)',
  'function convertToAssetValue(uint256) view returns (uint256)',
  'function totalShares() view returns (uint256)',
  'function vaultAPY() view returns (uint256)',
  'function dripRate() view returns (uint256)',
  'function symbol() view returns (bytes32)',
  'function accrued(uint256) view returns (uint256)',
  'function unpaid(uint256) view returns (uint256)',
  'function awards(uint256) view returns (address usr, uint48 bgn, uint48 clf, uint48 fin, address mgr, uint8 res, uint128 tot, uint128 rxd)',
  'function rewardRate() view returns (uint256)',
  'function arbBlockNumber() view returns (uint256)',
])

const RAY = 10n ** 27n

/** Exponentiation written a second time, step for step as the assembly does it. */
const power = (rate: bigint, seconds: bigint) => {
  let [result, square, left] = [seconds % 2n === 1n ? rate : RAY, rate, seconds / 2n]
  while (left > 0n) {
    square = (square * square + RAY / 2n) / RAY
    if (left % 2n === 1n) result = (result * square + RAY / 2n) / RAY
    left /= 2n
  }
  return result
}

const now = Date.parse('2026-01-20T00:00:00Z') / 1000
let devnet: Devnet

beforeAll(async () => {
  devnet = await startDevnet({ now, from: now - 5 * 86_400, chains: ['ethereum', 'gnosis', 'base', 'arbitrum'] })
})
afterAll(() => devnet?.stop())

const on = (slug: 'ethereum' | 'gnosis' | 'base' | 'arbitrum') =>
  createPublicClient({ transport: http(devnet.urls[slug]) })

describe('savings on the embedded network', () => {
  it('grow in sUSDS by its rate each second, exactly', async () => {
    const { address } = ethereum.contracts.SUSDS
    const { number, timestamp } = devnet.heads.ethereum
    const read = (functionName: 'ssr' | 'chi' | 'rho' | 'totalSupply' | 'totalAssets', blockNumber = number) =>
      on('ethereum').readContract({ address, abi, functionName, blockNumber })
    const [ssr, chi, rho] = [
      await read('ssr', number - 3n),
      await read('chi', number - 3n),
      await read('rho', number - 3n),
    ]
    // dripped once a day: three days on, the index has been rounded three times
    let expected = chi
    for (let day = 0; day < 3; day++) expected = (power(ssr, 86_400n) * expected) / RAY
    expect(await read('chi')).toBe(expected)
    expect(await read('rho')).toBe(rho + 3n * 86_400n)
    expect(Number(await read('rho'))).toBe(timestamp)
    expect(await read('totalAssets')).toBe(((await read('totalSupply')) * expected) / RAY)
  })

  it('are worth, in a Spark vault, its shares at its own rate, taken money included', async () => {
    const { address } = ethereum.contracts.SPARK_VAULT_V2_SPUSDC
    const read = (
      functionName: 'vsr' | 'chi' | 'rho' | 'nowChi' | 'totalSupply' | 'totalAssets' | 'assetsOutstanding',
    ) => on('ethereum').readContract({ address, abi, functionName })
    const passed = BigInt(devnet.heads.ethereum.timestamp) - (await read('rho'))
    const index = (power(await read('vsr'), passed) * (await read('chi'))) / RAY
    expect(await read('nowChi')).toBe(index)
    expect(await read('totalAssets')).toBe(((await read('totalSupply')) * index) / RAY)
    const asset = await on('ethereum').readContract({ address, abi, functionName: 'asset' })
    const idle = await on('ethereum').readContract({ address: asset, abi, functionName: 'balanceOf', args: [address] })
    expect(await read('assetsOutstanding')).toBe((await read('totalAssets')) - idle)
    expect(idle).toBeGreaterThan(0n)
  })

  it("grow on other chains by a bridged rate that runs on by itself and meets Ethereum's", async () => {
    const { address } = base.contracts.SSR_AUTH_ORACLE
    const { ssr, chi, rho } = await on('base').readContract({ address, abi, functionName: 'getSUSDSData' })
    const rate = await on('base').readContract({ address, abi, functionName: 'getConversionRate' })
    expect(rate).toBe((power(ssr, BigInt(devnet.heads.base.timestamp - rho)) * chi) / RAY)
    const here = await on('ethereum').readContract({
      address: ethereum.contracts.SUSDS.address,
      abi,
      functionName: 'convertToAssets',
      args: [RAY],
    })
    expect(Math.abs(Number(rate - here) / 1e27)).toBeLessThan(1e-12)
  })

  it('grow in Savings xDAI when interest is claimed, by the rate its adapter names', async () => {
    const { SXDAI, SXDAI_ADAPTER, SXDAI_INTEREST_RECEIVER } = gnosis.contracts
    const client = on('gnosis')
    const rate = await client.readContract({ address: SXDAI_INTEREST_RECEIVER.address, abi, functionName: 'dripRate' })
    const assets = await client.readContract({ address: SXDAI.address, abi, functionName: 'totalAssets' })
    const apy = await client.readContract({ address: SXDAI_ADAPTER.address, abi, functionName: 'vaultAPY' })
    expect(apy).toBe((10n ** 18n * (rate * 31_536_000n)) / assets)
    expect(Number(apy) / 1e18).toBeCloseTo(0.05, 1)
  })
})

describe('the layer beyond Ethereum', () => {
  it('keeps the USDC of a PSM3 in its pocket, which on Base is another account', async () => {
    const { PSM3, USDC, USDS, SUSDS, SSR_AUTH_ORACLE } = base.contracts
    const client = on('base')
    const held = (token: { address: `0x${string}` }, holder: `0x${string}`) =>
      client.readContract({ address: token.address, abi, functionName: 'balanceOf', args: [holder] })
    const pocket = await client.readContract({ address: PSM3.address, abi, functionName: 'pocket' })
    expect(pocket).not.toBe(PSM3.address)
    const rate = await client.readContract({ address: SSR_AUTH_ORACLE.address, abi, functionName: 'getConversionRate' })
    const expected =
      (await held(USDC, pocket)) * 10n ** 12n +
      (await held(USDS, PSM3.address)) +
      ((await held(SUSDS, PSM3.address)) * rate) / 10n ** 9n / 10n ** 18n
    const assets = await client.readContract({ address: PSM3.address, abi, functionName: 'totalAssets' })
    expect(assets).toBe(expected)
    const shares = await client.readContract({ address: PSM3.address, abi, functionName: 'totalShares' })
    expect(
      await client.readContract({ address: PSM3.address, abi, functionName: 'convertToAssetValue', args: [shares] }),
    ).toBe(assets)
    expect(await held(USDC, PSM3.address)).toBe(0n)
  })

  it("answers Arbitrum's own block number where the EVM's is another chain's", async () => {
    const number = await on('arbitrum').readContract({
      address: '0x0000000000000000000000000000000000000064',
      abi,
      functionName: 'arbBlockNumber',
    })
    expect(number).toBe(devnet.heads.arbitrum.number)
    expect(arbitrum.evmBlockNumber).toBe('arbsys')
  })
})

describe('SPK', () => {
  it('vests to the wei, and the yanked stream stands still', async () => {
    const vest = (functionName: 'accrued' | 'unpaid', id: bigint) =>
      on('ethereum').readContract({
        address: ethereum.contracts.MCD_VEST_SPK_TREASURY.address,
        abi,
        functionName,
        args: [id],
      })
    const award = (id: bigint) =>
      on('ethereum').readContract({
        address: ethereum.contracts.MCD_VEST_SPK_TREASURY.address,
        abi,
        functionName: 'awards',
        args: [id],
      })
    const passed = BigInt(devnet.heads.ethereum.timestamp - 1_750_687_200)
    expect(await vest('accrued', 1n)).toBe((2_275_000_000n * 10n ** 18n * passed) / 63_072_000n)
    const [, bgn, , fin, , , tot] = await award(2n)
    expect(fin).toBe(Date.parse('2026-01-16T00:00:00Z') / 1000)
    expect(tot).toBe((975_000_000n * 10n ** 18n * BigInt(fin - bgn)) / 63_072_000n)
    expect(await vest('accrued', 2n)).toBe(tot)
  })

  it('pays the farm what its week is worth', async () => {
    const rate = await on('ethereum').readContract({
      address: ethereum.contracts.USDS_SPK_FARM.address,
      abi,
      functionName: 'rewardRate',
    })
    // rounded down to a wei a second once a week
    expect(Number(rate) / Number(36_069_888_381_532_217_148n)).toBeCloseTo(1, 9)
  })
})

describe('MKR', () => {
  it('answers its symbol in 32 bytes', async () => {
    const symbol = await on('ethereum').readContract({
      address: ethereum.contracts.MKR.address,
      abi,
      functionName: 'symbol',
    })
    expect(symbol).toBe(`0x4d4b52${'0'.repeat(58)}`)
  })
})
