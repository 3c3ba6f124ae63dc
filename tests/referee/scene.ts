import type { Address } from 'viem'
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

export const balance = ({ stage, random, at, tokens }: Scene, name: string, holder: Address) => {
  if (random.chance(0.3)) return
  stage.set(at(name), balanceOf, [holder], random.amount((tokens.get(name) ?? 18) + 8))
}

/** 1.0 to 1.5 assets a share, as a fraction of raw units whose terms stay small, as a contract's own arithmetic does. */
export const ratioOf = (random: Random, shareDecimals: number, assetDecimals: number): readonly [bigint, bigint] => {
  const shift = assetDecimals - shareDecimals
  const price = wad + random.amount(18) / 2n
  return [price * 10n ** BigInt(Math.max(0, shift)), wad * 10n ** BigInt(Math.max(0, -shift))]
}

/** An ERC-4626: `convertToAssets` in a straight line, about 1.0 to 1.5 assets a share. */
export const putVault = (
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

export const rateOf = (random: Random): bigint => ray + random.pick([0n, 1n, random.amount(19), random.amount(18)])

export const putAccrual = ({ stage, random, timestamp }: Scene, address: Address, rate: string) => {
  stage
    .set(address, `${rate}() returns (uint256)`, [], rateOf(random))
    .set(address, 'chi() returns (uint256)', [], ray + random.amount(26))
    .set(address, 'rho() returns (uint256)', [], BigInt(timestamp - random.pick([0, 1, 100_000, 31_536_000])))
}

export const putVaultsV2 = (scene: Scene, assets: readonly (readonly [vault: string, asset: string])[]) => {
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

export const putJtrsyVault = (scene: Scene, vault: Address) => {
  const { stage, random, at, tokens } = scene
  const [share, asset] = [tokens.get('JTRSY') ?? 6, tokens.get('USDC') ?? 6]
  stage.times(vault, 'convertToAssets(uint256) returns (uint256)', ...ratioOf(random, share, asset))
  for (const [name, decimals] of [
    ['pendingDepositRequest', asset],
    ['claimableDepositRequest', asset],
    ['claimableCancelDepositRequest', asset],
    ['pendingRedeemRequest', share],
    ['claimableRedeemRequest', share],
    ['claimableCancelRedeemRequest', share],
  ] as const)
    stage.set(
      vault,
      `${name}(uint256,address) returns (uint256)`,
      [0n, at('ALM_PROXY')],
      random.pick([0n, random.amount(decimals + 7)]),
    )
  const claims = [share, asset].map((decimals) => random.pick([0n, random.amount(decimals + 7)]))
  // A frozen holder may claim nothing now: the manager, under either version's name, still keeps it.
  const isFrozen = random.chance(0.4)
  for (const [index, name] of ['maxMint', 'maxWithdraw'].entries())
    stage.set(vault, `${name}(address) returns (uint256)`, [at('ALM_PROXY')], isFrozen ? 0n : (claims[index] ?? 0n))
  const manager = random.address()
  const isThird = random.chance(0.5)
  stage.set(vault, `${isThird ? 'baseManager' : 'manager'}() returns (address)`, [], manager)
  putPriceDates(scene, vault, isThird ? manager : null)
  const words = Array.from({ length: 10 }, () => 'uint256').join()
  const investments = `investments(address,address) returns (${words})`
  stage.set(manager, investments, [vault, at('ALM_PROXY')], ...claims, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n)
}

const jtrsyClass = '0x00010000000000060000000000000001'

/** When something was reported: a minute ago, just within five days, long ago. */
export const dateOf = ({ random, timestamp }: Scene): bigint =>
  BigInt(timestamp) - random.pick([60n, 86_400n, 432_000n, 432_001n, 40n * 86_400n])

/** In version 3 the share's date stands with the spoke, while the vault's own moves with that of the asset. */
const putPriceDates = (scene: Scene, vault: Address, manager: Address | null) => {
  const { stage, random, timestamp } = scene
  if (random.chance(0.9)) stage.set(vault, 'priceLastUpdated() returns (uint64)', [], dateOf(scene))
  if (manager === null || random.chance(0.2)) return
  // Where JTRSY's price has long been kept: asked before a vault has named it.
  const [spoke, pool, shareClass] = [scene.at('CENTRIFUGE_SPOKE'), 281_474_976_710_662n, jtrsyClass]
  stage.set(manager, 'spoke() returns (address)', [], spoke)
  stage.set(vault, 'poolId() returns (uint64)', [], pool)
  stage.set(vault, 'scId() returns (bytes16)', [], shareClass)
  const until = random.pick([2n ** 64n - 1n, 2n ** 64n - 1n, BigInt(timestamp) - 1n])
  const signature = 'markersPricePoolPerShare(uint64,bytes16) returns (uint64,uint64,uint64)'
  if (!stage.has(spoke)) stage.set(spoke, signature, [pool, shareClass], dateOf(scene), 1n, until)
}
