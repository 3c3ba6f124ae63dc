import { type Address, createPublicClient, formatUnits, http, parseAbi, zeroAddress } from 'viem'
import { type ChainSlug, chainBySlug, chains, type Deployment } from '@/lib/chains'
import type { Devnet } from '@/lib/devnet'

// Reads the network with plain viem calls and adds up by hand: nothing of the reader or the metrics is used here.

const abi = parseAbi([
  'function getReservesList() view returns (address[])',
  'function getReserveTokensAddresses(address) view returns (address, address, address)',
  'function getAssetPrice(address) view returns (uint256)',
  'function balanceOf(address) view returns (uint256)',
  'function totalSupply() view returns (uint256)',
  'function decimals() view returns (uint8)',
  'function convertToAssets(uint256) view returns (uint256)',
  'function convertToExitAssets(uint256) view returns (uint256)',
  'function totalAssets() view returns (uint256)',
  'function asset() view returns (address)',
  'function pocket() view returns (address)',
  'function usdc() view returns (address)',
  'function balances(uint256) view returns (uint256)',
  'function cooldowns(address) view returns (uint104, uint152)',
  'function manager() view returns (address)',
  'function withdrawalManager() view returns (address)',
  'function userEscrowedShares(address) view returns (uint256)',
  'function getWithdrawalRequests(address) view returns (uint256[])',
  'function getWithdrawalStatus(uint256[]) view returns ((uint256 amount, uint256 shares, address owner, uint256 timestamp, bool finalized, bool claimed)[])',
  'function superstateOracle() view returns (address)',
  'function latestRoundData() view returns (uint80, int256, uint256, uint256, uint80)',
  'function pricePerShare() view returns (uint256)',
  'function getConversionRate() view returns (uint256)',
  'function pendingRedeemRequest(uint256, address) view returns (uint256)',
])

type Reading = ReturnType<typeof createReading>

const createReading = (devnet: Devnet, slug: ChainSlug, blockNumber?: bigint) => {
  const client = createPublicClient({ transport: http(devnet.urls[slug]) })
  const contracts: Readonly<Record<string, Deployment>> = chainBySlug(slug).contracts
  const at = (key: string): Address => contracts[key]?.address ?? '0x'
  const block = blockNumber === undefined ? {} : { blockNumber }
  const read = async (address: Address, functionName: string, args: readonly unknown[] = []): Promise<unknown> =>
    client.readContract({ address, abi, functionName, args, ...block } as Parameters<typeof client.readContract>[0])
  const big = async (address: Address, functionName: string, args: readonly unknown[] = []) =>
    BigInt((await read(address, functionName, args)) as bigint | number)
  const whole = async (token: Address, amount: bigint) =>
    Number(formatUnits(amount, Number(await big(token, 'decimals'))))
  const held = async (key: string, holder: string) =>
    (await client.getCode({ address: at(key), ...block }))
      ? whole(at(key), await big(at(key), 'balanceOf', [at(holder)]))
      : 0
  const ether = async (key: string) => Number(formatUnits(await client.getBalance({ address: at(key), ...block }), 18))
  return { at, read, big, whole, held, ether }
}

/** SparkLend on one chain in dollars: what is there, borrowed, idle, and the idle part that Sky itself supplied. */
const readMarket = async ({ at, read, big, whole }: Reading, sky: readonly string[]) => {
  const totals = { size: 0, borrowed: 0, available: 0, skyIdle: 0 }
  for (const asset of (await read(at('POOL'), 'getReservesList')) as Address[]) {
    const tokens = (await read(at('PROTOCOL_DATA_PROVIDER'), 'getReserveTokensAddresses', [asset])) as Address[]
    const [spToken = asset, , debtToken = asset] = tokens
    const price = Number(await big(at('AAVE_ORACLE'), 'getAssetPrice', [asset])) / 1e8
    const supplied = await whole(asset, await big(spToken, 'totalSupply'))
    const available = await whole(asset, await big(asset, 'balanceOf', [spToken]))
    totals.size += supplied * price
    totals.borrowed += (await whole(asset, await big(debtToken, 'totalSupply'))) * price
    totals.available += available * price
    for (const holder of sky) {
      const own = await whole(asset, await big(spToken, 'balanceOf', [at(holder)]))
      if (supplied > 0) totals.skyIdle += ((available * own) / supplied) * price
    }
  }
  return totals
}

const vaultWorth = async (
  { at, big, whole }: Reading,
  key: string,
  asset: string,
  convert = 'convertToAssets',
  extra = 0n,
) => {
  const shares = (await big(at(key), 'balanceOf', [at('ALM_PROXY')])) + extra
  return whole(at(asset), await big(at(key), convert, [shares]))
}

const escrowed = async ({ at, read, big }: Reading, pool: string) => {
  const manager = (await read(at(pool), 'manager')) as Address
  const queue = (await read(manager, 'withdrawalManager')) as Address
  return big(queue, 'userEscrowedShares', [at('ALM_PROXY')])
}

const curveWorth = async ({ at, big, whole }: Reading, pool: string, coins: readonly (readonly [string, number])[]) => {
  let worth = 0
  for (const [index, [coin, price]] of coins.entries()) {
    worth += (await whole(at(coin), await big(at(pool), 'balances', [BigInt(index)]))) * price
  }
  const share = Number(await big(at(pool), 'balanceOf', [at('ALM_PROXY')])) / Number(await big(at(pool), 'totalSupply'))
  return worth * share
}

/** The layer's holdings on Ethereum outside SparkLend, without what Sky issued and without treasuries. */
const readLayer = async (reading: Reading) => {
  const { at, big, read, whole, held, ether } = reading
  const price = async (key: string) => Number(await big(at('AAVE_ORACLE'), 'getAssetPrice', [at(key)])) / 1e8
  const susds = Number(await big(at('SUSDS'), 'convertToAssets', [10n ** 18n])) / 1e18
  let worth = 0
  for (const token of ['USDC', 'USDT', 'PYUSD', 'USDG', 'USAT', 'RLUSD', 'USDE']) {
    for (const holder of ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'BINANCE_OTC_BUFFER']) worth += await held(token, holder)
  }
  for (const token of ['CORE_USDC', 'CORE_USDT', 'CORE_USDS', 'CORE_USDE', 'PRIME_USDS'])
    worth += await held(`ATOKEN_${token}`, 'ALM_PROXY')
  for (const token of ['WETH', 'WSTETH', 'WEETH']) worth += (await held(token, 'ALM_PROXY')) * (await price(token))
  worth += (await ether('ALM_PROXY')) * (await price('WETH'))
  const vaults = [
    ['MORPHO_VAULT_DAI_1', 'DAI'],
    ['MORPHO_VAULT_USDS', 'USDS'],
    ['MORPHO_VAULT_USDC_BC', 'USDC'],
    ['MORPHO_VAULT_V2_USDT', 'USDT'],
    ['MORPHO_VAULT_V2_USDT_OLD', 'USDT'],
    ['ARKIS_VAULT', 'USDC'],
    ['SUSDE', 'USDE'],
  ] as const
  for (const [vault, asset] of vaults) worth += await vaultWorth(reading, vault, asset)
  worth += (await vaultWorth(reading, 'FLUID_SUSDS', 'SUSDS')) * susds
  const [, cooling] = (await read(at('SUSDE'), 'cooldowns', [at('ALM_PROXY')])) as [number, bigint]
  worth += await whole(at('USDE'), cooling)
  for (const [pool, asset] of [
    ['SYRUP_USDC', 'USDC'],
    ['SYRUP_USDT', 'USDT'],
  ] as const) {
    worth += await vaultWorth(reading, pool, asset, 'convertToExitAssets', await escrowed(reading, pool))
  }
  worth += await curveWorth(reading, 'CURVE_SUSDSUSDT', [
    ['SUSDS', susds],
    ['USDT', 1],
  ])
  worth += await curveWorth(reading, 'CURVE_PYUSDUSDS', [
    ['PYUSD', 1],
    ['USDS', 1],
  ])
  const ids = await read(at('WSTETH_WITHDRAW_QUEUE'), 'getWithdrawalRequests', [at('ALM_PROXY')])
  const requests = (await read(at('WSTETH_WITHDRAW_QUEUE'), 'getWithdrawalStatus', [ids])) as { amount: bigint }[]
  worth += requests.reduce((sum, { amount }) => sum + Number(formatUnits(amount, 18)), 0) * (await price('WETH'))
  return worth + (await held('USCC', 'ALM_PROXY')) * (await superstateNav(reading, 'USCC'))
}

const superstateNav = async ({ at, read }: Reading, token: string) => {
  const named = (await read(at(token), 'superstateOracle')) as Address
  const oracle = named === zeroAddress ? at('USCC_CHAINLINK_ORACLE') : named
  const [, answer] = (await read(oracle, 'latestRoundData')) as [bigint, bigint]
  return Number(answer) / 1e6
}

const readFunds = async (reading: Reading) => {
  const { at, big, whole, held } = reading
  const [ustb, jtrsy] = [
    await superstateNav(reading, 'USTB'),
    Number(await big(at('JTRSY_VAULT'), 'pricePerShare')) / 1e6,
  ]
  const supply = async (key: string) => whole(at(key), await big(at(key), 'totalSupply'))
  const pending = await whole(at('JTRSY'), await big(at('JTRSY_VAULT'), 'pendingRedeemRequest', [0n, at('ALM_PROXY')]))
  return {
    buidl: (await supply('BUIDL')) + (await supply('BUIDLI')),
    ustb: (await supply('USTB')) * ustb,
    jtrsy: (await supply('JTRSY')) * jtrsy,
    spark:
      (await held('BUIDL', 'ALM_PROXY')) +
      (await held('BUIDLI', 'ALM_PROXY')) +
      (await held('USTB', 'ALM_PROXY')) * ustb +
      ((await held('JTRSY', 'ALM_PROXY')) + pending) * jtrsy,
  }
}

const readVaults = async (reading: Reading, vaults: readonly (readonly [string, string, number])[]) => {
  let idle = 0
  for (const [vault, asset, price] of vaults) {
    const { at, big, whole } = reading
    idle += (await whole(at(asset), await big(at(asset), 'balanceOf', [at(vault)]))) * price
  }
  return idle
}

const readLayerTwo = async (reading: Reading, slug: ChainSlug) => {
  const { at, big, read, whole, held } = reading
  const pocket = (await read(at('PSM3'), 'pocket')) as Address
  const psm = await whole(at('USDC'), await big(at('USDC'), 'balanceOf', [pocket]))
  let worth = await held('USDC', 'ALM_PROXY')
  if (slug === 'arbitrum') worth += await held('USDT', 'ALM_PROXY')
  if (slug === 'base' || slug === 'arbitrum') {
    const rate = Number(await big(at('SSR_AUTH_ORACLE'), 'getConversionRate')) / 1e27
    worth += (await held('ATOKEN_USDC', 'ALM_PROXY')) + (await vaultWorth(reading, 'FLUID_SUSDS', 'SUSDS')) * rate
  }
  if (slug === 'base') worth += await vaultWorth(reading, 'MORPHO_VAULT_SUSDC', 'USDC')
  return { worth, psm, psmAssets: Number(formatUnits(await big(at('PSM3'), 'totalAssets'), 18)) }
}

/** The last block at or before a moment: blocks are at most a day apart, so a few steps back from the head find it. */
const blockAt = async (devnet: Devnet, slug: ChainSlug, moment: number) => {
  const client = createPublicClient({ transport: http(devnet.urls[slug]) })
  let { number, timestamp } = devnet.heads[slug]
  while (timestamp > moment) {
    number -= BigInt(Math.max(1, Math.floor((timestamp - moment) / 86_400)))
    timestamp = Number((await client.getBlock({ blockNumber: number })).timestamp)
  }
  return number
}

/** The headline figures, in dollars, as the design defines them, at each chain's last block or its last before a moment. */
export const readHeadlines = async (devnet: Devnet, moment?: number) => {
  const blocks = new Map<ChainSlug, bigint>()
  if (moment !== undefined) {
    for (const { slug } of chains) blocks.set(slug, await blockAt(devnet, slug, moment))
  }
  const readingOf = (slug: ChainSlug) => createReading(devnet, slug, blocks.get(slug))
  const ethereum = readingOf('ethereum')
  const market = await readMarket(ethereum, ['ALM_PROXY', 'D3M_SPARK_DAI'])
  const gnosis = await readMarket(readingOf('gnosis'), [])
  const funds = await readFunds(ethereum)
  const ether = Number(await ethereum.big(ethereum.at('AAVE_ORACLE'), 'getAssetPrice', [ethereum.at('WETH')])) / 1e8
  const idleEthereum = await readVaults(ethereum, [
    ['SPARK_VAULT_V2_SPUSDC', 'USDC', 1],
    ['SPARK_VAULT_V2_SPUSDT', 'USDT', 1],
    ['SPARK_VAULT_V2_SPETH', 'WETH', ether],
    ['SPARK_VAULT_V2_SPPYUSD', 'PYUSD', 1],
  ])
  const idleArbitrum = await readVaults(readingOf('arbitrum'), [['SPARK_VAULT_V2_SPUSDT', 'USDT', 1]])
  const layer = { ethereum: await readLayer(ethereum), others: 0, psmUsdc: 0, psmAssets: 0 }
  for (const slug of ['base', 'arbitrum', 'optimism', 'unichain'] as const) {
    const { worth, psm, psmAssets } = await readLayerTwo(readingOf(slug), slug)
    layer.others += worth
    layer.psmUsdc += psm
    layer.psmAssets += psmAssets
  }
  const lines = {
    lend: market.available - market.skyIdle + gnosis.available,
    liquidity: layer.ethereum + layer.others + layer.psmUsdc,
    rwa: funds.spark,
    savings: idleEthereum + idleArbitrum,
  }
  const susdc = Number(await ethereum.big(ethereum.at('SUSDC'), 'totalAssets')) / 1e6
  const total = lines.lend + lines.liquidity + lines.rwa + lines.savings
  return { total, lines, market, gnosis, funds, layer, susdc }
}
