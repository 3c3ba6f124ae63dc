import { RAY, SECONDS_PER_YEAR, type Seconds, secondsBetween, WAD } from './ray'

/** ERC-4626 of OpenZeppelin 4.9: one virtual asset against `10^offset` virtual shares, floor. Savings xDAI has offset 0. */
export function convertToAssets(shares: bigint, totalAssets: bigint, totalSupply: bigint, offset = 0): bigint {
  return (shares * (totalAssets + 1n)) / (totalSupply + 10n ** BigInt(offset))
}

/** The inverse of `convertToAssets`, floor as well. */
export function convertToShares(assets: bigint, totalAssets: bigint, totalSupply: bigint, offset = 0): bigint {
  return (assets * (totalSupply + 10n ** BigInt(offset))) / (totalAssets + 1n)
}

/** `part × share / whole`, floor: what `share` of `whole` owns of `part`; 0 of nothing. Curve's LP legs, PSM3's USDC. */
export function proportionOf(part: bigint, share: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : (part * share) / whole
}

/** `PSM3.totalAssets()` (wad US dollars): USDC at its `pocket()` (6 decimals) and USDS at 1, sUSDS at the rate (ray). */
export function psm3TotalAssets(usdc: bigint, usds: bigint, susds: bigint, conversionRate: bigint): bigint {
  return usdc * 10n ** 12n + usds + (susds * conversionRate) / RAY
}

/** `PSM3.convertToAssetValue(shares)` (wad US dollars); before the first deposit a share is worth 1. */
export function psm3AssetValue(shares: bigint, totalAssets: bigint, totalShares: bigint): bigint {
  return totalShares === 0n ? shares : (shares * totalAssets) / totalShares
}

/** Simple yearly rate (wad) of Savings xDAI: `vaultAPY()`. `dripRate` in wei a second. @throws RangeError when the vault is empty. */
export function simpleVaultRate(dripRate: bigint, totalAssets: bigint): bigint {
  return (WAD * dripRate * SECONDS_PER_YEAR) / totalAssets
}

/** A checkpoint of Superstate's NAV oracle; `navs` in US dollars with the oracle's 6 decimals. */
export type NavCheckpoint = { readonly timestamp: Seconds; readonly effectiveAt: Seconds; readonly navs: bigint }

/** `SuperstateOracle.latestRoundData().answer`: the line through the last two effective checkpoints, drawn on to `now`. */
export function extrapolatedNav(earlier: NavCheckpoint, later: NavCheckpoint, now: Seconds): bigint {
  const span = secondsBetween(earlier.timestamp, later.timestamp)
  const since = secondsBetween(later.timestamp, now)
  return later.navs >= earlier.navs
    ? later.navs + ((later.navs - earlier.navs) * since) / span
    : later.navs - ((earlier.navs - later.navs) * since) / span
}

/** What a Vault V2 has lent to the layer: its liability less its cash, at least 0. `chi` is `nowChi()`, in ray. */
export function assetsOutstanding(totalSupply: bigint, chi: bigint, idle: bigint): bigint {
  const owed = (totalSupply * chi) / RAY
  return owed > idle ? owed - idle : 0n
}
