import type { ChainSlug } from '@/lib/chains'
import { balance, place, putJtrsyVault, putVault, putVaultsV2, rateOf, type Scene } from './scene'

const ray = 10n ** 27n
const wad = 10n ** 18n
const balanceOf = 'balanceOf(address) returns (uint256)'

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
