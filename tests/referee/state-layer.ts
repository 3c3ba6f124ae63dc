import { type Address, zeroAddress } from 'viem'
import type { ChainSlug } from '@/lib/chains'
import type { Random } from './random'
import type { Place } from './registry'
import type { Stage } from './stage'
import { putToken } from './state-lend'

const ray = 10n ** 27n
const wad = 10n ** 18n
const unlimited = 2n ** 256n - 1n
const balanceOf = 'balanceOf(address) returns (uint256)'
const totalSupply = 'totalSupply() returns (uint256)'

export type Scene = {
  readonly stage: Stage
  readonly random: Random
  readonly at: Place
  readonly timestamp: number
  /** Contracts refuse without a word, and one burns all gas. */
  readonly silent: boolean
  /** Decimals of the tokens placed, by registry name. */
  readonly tokens: Map<string, number>
}

/** A token of the registry; `usual` decimals seven times out of ten. */
export const place = ({ stage, random, at, tokens }: Scene, name: string, usual: number, fixed = false) => {
  const decimals = fixed || random.chance(0.7) ? usual : random.pick([6, 8, 18])
  tokens.set(name, decimals)
  putToken(stage, at(name), decimals, name.toLowerCase())
  stage.set(at(name), totalSupply, [], random.amount(decimals + 9))
}

const balance = ({ stage, random, at, tokens }: Scene, name: string, holder: Address) => {
  if (random.chance(0.3)) return
  stage.set(at(name), balanceOf, [holder], random.amount((tokens.get(name) ?? 18) + 8))
}

/** 1.0 to 1.5 assets a share, as a fraction of raw units whose terms stay small, as a contract's own arithmetic does. */
const ratioOf = (random: Random, shareDecimals: number, assetDecimals: number): readonly [bigint, bigint] => {
  const shift = assetDecimals - shareDecimals
  const price = wad + random.amount(18) / 2n
  return [price * 10n ** BigInt(Math.max(0, shift)), wad * 10n ** BigInt(Math.max(0, -shift))]
}

/** An ERC-4626: `convertToAssets` in a straight line, about 1.0 to 1.5 assets a share. */
const putVault = (
  scene: Scene,
  name: string,
  shareDecimals: number,
  assetDecimals: number,
  convert = 'convertToAssets',
) => {
  place(scene, name, shareDecimals)
  const { stage, random, at, tokens } = scene
  stage.times(
    at(name),
    `${convert}(uint256) returns (uint256)`,
    ...ratioOf(random, tokens.get(name) ?? 18, assetDecimals),
  )
  stage.set(at(name), 'totalAssets() returns (uint256)', [], random.amount(assetDecimals + 9))
}

const rateOf = (random: Random): bigint => ray + random.pick([0n, 1n, random.amount(19), random.amount(18)])

const putAccrual = ({ stage, random, timestamp }: Scene, address: Address, rate: string) => {
  stage
    .set(address, `${rate}() returns (uint256)`, [], rateOf(random))
    .set(address, 'chi() returns (uint256)', [], ray + random.amount(26))
    .set(address, 'rho() returns (uint256)', [], BigInt(timestamp - random.pick([0, 1, 100_000, 31_536_000])))
}

const putVaultsV2 = (scene: Scene, assets: readonly (readonly [vault: string, asset: string])[]) => {
  const { stage, random, at, tokens } = scene
  for (const [vault, asset] of assets) {
    const name = `SPARK_VAULT_V2_${vault}`
    const decimals = tokens.get(asset) ?? 6
    putVault(scene, name, decimals, decimals)
    putAccrual(scene, at(name), 'vsr')
    stage
      .set(at(name), 'nowChi() returns (uint256)', [], ray + random.amount(26))
      .set(at(name), 'depositCap() returns (uint256)', [], random.pick([0n, unlimited, random.amount(decimals + 9)]))
      .set(at(name), 'assetsOutstanding() returns (uint256)', [], random.pick([0n, random.amount(decimals + 8)]))
    if (random.chance(0.8)) stage.set(at(asset), balanceOf, [at(name)], random.amount(decimals + 8))
  }
}

const putSavings = (scene: Scene) => {
  const { stage, random, at, tokens } = scene
  putVault(scene, 'SUSDS', 18, tokens.get('USDS') ?? 18)
  putAccrual(scene, at('SUSDS'), 'ssr')
  putVault(scene, 'SDAI', 18, tokens.get('DAI') ?? 18)
  putAccrual(scene, at('POT'), 'dsr')
  stage.set(at('POT'), 'Pie() returns (uint256)', [], random.amount(27))
  putVault(scene, 'SUSDC', 18, tokens.get('USDC') ?? 6)
  putVaultsV2(scene, [
    ['SPUSDC', 'USDC'],
    ['SPUSDT', 'USDT'],
    ['SPETH', 'WETH'],
    ['SPPYUSD', 'PYUSD'],
  ])
}

const putCurve = (scene: Scene, pool: string, coins: readonly [string, string]) => {
  const { stage, random, at, tokens } = scene
  place(scene, pool, 18)
  // Which coin comes first is the pool's to say.
  const order = random.chance(0.5) ? coins : [...coins].reverse()
  for (const [index, coin] of order.entries()) {
    stage.set(at(pool), 'coins(uint256) returns (address)', [BigInt(index)], at(coin))
    const held = random.pick([0n, random.amount((tokens.get(coin) ?? 18) + 7)])
    stage.set(at(pool), 'balances(uint256) returns (uint256)', [BigInt(index)], held)
  }
  if (random.chance(0.2)) stage.set(at(pool), totalSupply, [], 0n)
}

const putMaple = (scene: Scene, name: string, asset: string) => {
  const { stage, random, at, tokens } = scene
  putVault(scene, name, 6, tokens.get(asset) ?? 6, 'convertToExitAssets')
  stage.times(at(name), 'convertToAssets(uint256) returns (uint256)', 2n, 1n)
  const [manager, queue] = [random.address(), random.address()]
  stage.set(at(name), 'manager() returns (address)', [], manager)
  stage.set(manager, 'withdrawalManager() returns (address)', [], queue)
  const escrowed = 'userEscrowedShares(address) returns (uint256)'
  if (random.chance(0.8)) stage.set(queue, escrowed, [at('ALM_PROXY')], random.pick([0n, random.amount(12)]))
  else stage.otherwise(queue, 'totalShares() returns (uint256)', 5n)
}

const putLidoQueue = ({ stage, random, at }: Scene) => {
  const queue = at('WSTETH_WITHDRAW_QUEUE')
  const ids = Array.from({ length: random.whole(0, 3) }, (_, index) => BigInt(index * 7 + 3))
  stage.set(queue, 'getWithdrawalRequests(address) returns (uint256[])', [at('ALM_PROXY')], ids)
  const status = ids.map((id, index) => [random.amount(22), id, at('ALM_PROXY'), 5n, index === 1, index === 2])
  stage.set(
    queue,
    'getWithdrawalStatus(uint256[]) returns ((uint256,uint256,address,uint256,bool,bool)[])',
    [ids],
    status,
  )
}

const putSuperstate = (scene: Scene, name: string) => {
  const { stage, random, at } = scene
  place(scene, name, 6)
  const oracle = random.address()
  const decimals = random.pick([6, 8, 18])
  stage.set(at(name), 'superstateOracle() returns (address)', [], oracle)
  stage.set(oracle, 'decimals() returns (uint8)', [], decimals)
  const round = 'latestRoundData() returns (uint80,int256,uint256,uint256,uint80)'
  // A NAV of 0, or a stale checkpoint, is no price.
  const nav = random.pick([0n, random.amount(decimals + 2), random.amount(decimals + 2)])
  if (random.chance(0.85)) stage.set(oracle, round, [], 1n, nav, 2n, 3n, 1n)
}

const putJtrsyVault = ({ stage, random, at, tokens }: Scene, vault: Address) => {
  const [share, asset] = [tokens.get('JTRSY') ?? 6, tokens.get('USDC') ?? 6]
  stage.times(vault, 'convertToAssets(uint256) returns (uint256)', ...ratioOf(random, share, asset))
  for (const [name, decimals] of [
    ['pendingDepositRequest', asset],
    ['claimableDepositRequest', asset],
    ['pendingRedeemRequest', share],
    ['claimableRedeemRequest', share],
  ] as const)
    stage.set(
      vault,
      `${name}(uint256,address) returns (uint256)`,
      [0n, at('ALM_PROXY')],
      random.pick([0n, random.amount(decimals + 7)]),
    )
  for (const [name, decimals] of [
    ['maxMint', share],
    ['maxWithdraw', asset],
  ] as const)
    stage.set(
      vault,
      `${name}(address) returns (uint256)`,
      [at('ALM_PROXY')],
      random.pick([0n, random.amount(decimals + 7)]),
    )
}

const holders = ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'BINANCE_OTC_BUFFER', 'ALLOCATOR_BUFFER'] as const

export const putEthereum = (scene: Scene) => {
  const { stage, random, at, tokens } = scene
  for (const name of ['USDC', 'USDT', 'PYUSD', 'USDG', 'USAT']) place(scene, name, 6)
  const wads = ['USDS', 'DAI', 'USDE', 'RLUSD', 'WETH', 'WSTETH', 'WEETH', 'STETH', 'SPK', 'SYRUP', 'MORPHO_TOKEN']
  for (const name of wads) place(scene, name, 18)
  for (const name of ['GNO', 'RETH', 'WBTC', 'CBBTC', 'LBTC', 'TBTC', 'EZETH', 'RSETH']) place(scene, name, 18)
  putSavings(scene)
  for (const name of ['ATOKEN_CORE_USDC', 'ATOKEN_CORE_USDT']) place(scene, name, 6)
  for (const name of ['ATOKEN_CORE_USDS', 'ATOKEN_CORE_USDE', 'ATOKEN_PRIME_USDS']) place(scene, name, 18)
  for (const [name, asset] of [
    ['MORPHO_VAULT_DAI_1', 'DAI'],
    ['MORPHO_VAULT_USDS', 'USDS'],
    ['MORPHO_VAULT_USDC_BC', 'USDC'],
    ['MORPHO_VAULT_V2_USDT', 'USDT'],
    ['MORPHO_VAULT_V2_USDT_OLD', 'USDT'],
    ['ARKIS_VAULT', 'USDC'],
    ['FLUID_SUSDS', 'SUSDS'],
    ['SUSDE', 'USDE'],
  ] as const)
    putVault(scene, name, 18, tokens.get(asset) ?? 18)
  stage.set(
    at('SUSDE'),
    'cooldowns(address) returns (uint104,uint152)',
    [at('ALM_PROXY')],
    9n,
    random.pick([0n, random.amount(25)]),
  )
  putMaple(scene, 'SYRUP_USDC', 'USDC')
  putMaple(scene, 'SYRUP_USDT', 'USDT')
  putCurve(scene, 'CURVE_SUSDSUSDT', ['SUSDS', 'USDT'])
  putCurve(scene, 'CURVE_PYUSDUSDS', ['PYUSD', 'USDS'])
  putCurve(scene, 'CURVE_USDCUSDT', ['USDC', 'USDT'])
  putCurve(scene, 'CURVE_PYUSDUSDC', ['PYUSD', 'USDC'])
  putCurve(scene, 'CURVE_WEETHWETHNG', ['WEETH', 'WETH'])
  for (const name of ['BUIDL', 'BUIDLI', 'JTRSY']) place(scene, name, 6)
  putSuperstate(scene, 'USTB')
  putSuperstate(scene, 'USCC')
  putJtrsyVault(scene, at('JTRSY_VAULT'))
  const named = random.pick([at('JTRSY_VAULT'), at('JTRSY_VAULT_V3_USDC'), zeroAddress])
  if (named === at('JTRSY_VAULT_V3_USDC')) putJtrsyVault(scene, named)
  // An older token names no vault at all.
  if (random.chance(0.7)) stage.set(at('JTRSY'), 'vault(address) returns (address)', [at('USDC')], named)
  putLidoQueue(scene)
  stage.set(at('USDS_SPK_FARM'), balanceOf, [at('ALM_PROXY')], random.pick([0n, random.amount(25)]))
  const otc = 'otcs(address) returns (address,uint256,uint256,uint256,uint256)'
  stage.set(
    at('ALM_CONTROLLER'),
    otc,
    [at('BINANCE_EXCHANGE')],
    at('BINANCE_OTC_BUFFER'),
    0n,
    random.amount(25),
    9n,
    random.amount(25),
  )
  for (const name of tokens.keys()) for (const holder of holders) balance(scene, name, at(holder))
  for (const holder of ['ALM_PROXY', 'ALM_PROXY_FREEZABLE'] as const)
    stage.ether(at(holder), random.pick([0n, random.amount(22)]))
}

/** spTokens of the layer and of the direct deposit module; after the market, which places the tokens. */
export const putSpTokens = ({ stage, random, at }: Scene, known: readonly string[]) => {
  for (const name of known) {
    if (!stage.has(at(name))) continue
    for (const holder of ['ALM_PROXY', 'ALM_PROXY_FREEZABLE', 'D3M_SPARK_DAI']) {
      if (random.chance(0.6)) stage.set(at(name), balanceOf, [at(holder)], random.amount(9))
    }
  }
}

const putOracle = ({ stage, random, at, timestamp }: Scene) => {
  const oracle = at('SSR_AUTH_ORACLE')
  const ssr = rateOf(random)
  const chi = ray + random.amount(26)
  const rho = timestamp - random.whole(0, 40_000_000)
  stage
    .set(oracle, 'getSUSDSData() returns ((uint96,uint120,uint40))', [], [ssr, chi, rho])
    .set(oracle, 'getSSR() returns (uint256)', [], ssr)
    .set(oracle, 'getChi() returns (uint256)', [], chi)
    .set(oracle, 'getRho() returns (uint256)', [], BigInt(rho))
    .set(oracle, 'getAPR() returns (uint256)', [], (ssr - ray) * 31_536_000n)
    .set(oracle, 'getConversionRate() returns (uint256)', [], chi + random.amount(25))
}

const putPsm3 = ({ stage, random, at, tokens }: Scene) => {
  const psm = at('PSM3')
  const pocket = random.chance(0.5) ? psm : random.address()
  stage
    .set(psm, 'usdc() returns (address)', [], at('USDC'))
    .set(psm, 'usds() returns (address)', [], at('USDS'))
    .set(psm, 'susds() returns (address)', [], at('SUSDS'))
    .set(psm, 'pocket() returns (address)', [], pocket)
    .set(psm, 'totalShares() returns (uint256)', [], random.amount(26))
    .set(psm, 'totalAssets() returns (uint256)', [], random.amount(26))
    .otherwise(psm, 'shares(address) returns (uint256)', 0n)
    .times(psm, 'convertToAssetValue(uint256) returns (uint256)', wad + random.amount(17), wad)
  if (random.chance(0.8)) stage.set(psm, 'shares(address) returns (uint256)', [at('ALM_PROXY')], random.amount(25))
  stage.set(at('USDC'), balanceOf, [pocket], random.amount((tokens.get('USDC') ?? 6) + 8))
}

export const putLayerTwo = (scene: Scene, slug: ChainSlug) => {
  const { stage, random, at, tokens } = scene
  place(scene, 'USDC', 6)
  place(scene, 'USDS', 18, true)
  place(scene, 'SUSDS', 18, true)
  putVault(scene, 'SUSDC', 18, tokens.get('USDC') ?? 6)
  putOracle(scene)
  putPsm3(scene)
  if (slug === 'base' || slug === 'arbitrum') {
    place(scene, 'ATOKEN_USDC', 6)
    putVault(scene, 'FLUID_SUSDS', 18, tokens.get('SUSDS') ?? 18)
    place(scene, 'JTRSY', 6)
    const vault = random.address()
    putJtrsyVault(scene, vault)
    if (random.chance(0.6)) stage.set(at('JTRSY'), 'vault(address) returns (address)', [at('USDC')], vault)
  }
  if (slug === 'base') {
    putVault(scene, 'MORPHO_VAULT_SUSDC', 18, tokens.get('USDC') ?? 6)
    place(scene, 'MORPHO_TOKEN', 18)
  }
  if (slug === 'arbitrum') {
    place(scene, 'USDT', 6)
    putVaultsV2(scene, [['SPUSDT', 'USDT']])
  }
  if (slug === 'arbitrum' || slug === 'optimism') place(scene, 'BUIDL', 6)
  const proxies = slug === 'base' || slug === 'arbitrum' ? ['ALM_PROXY', 'ALM_PROXY_FREEZABLE'] : ['ALM_PROXY']
  for (const name of tokens.keys()) for (const holder of proxies) balance(scene, name, at(holder))
}

export const putGnosis = (scene: Scene) => {
  const { stage, random, at } = scene
  place(scene, 'WXDAI', 18)
  putVault(scene, 'SXDAI', 18, scene.tokens.get('WXDAI') ?? 18)
  stage.set(at('SXDAI_ADAPTER'), 'interestReceiver() returns (address)', [], at('SXDAI_INTEREST_RECEIVER'))
  const apy = 'vaultAPY() returns (uint256)'
  if (random.chance(0.8)) stage.set(at('SXDAI_ADAPTER'), apy, [], random.pick([0n, random.amount(17)]))
  else stage.refuse(at('SXDAI_ADAPTER'), apy, [])
}
