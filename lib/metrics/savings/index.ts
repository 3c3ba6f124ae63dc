import type { Metric } from '../types'
import { apy } from './apy'
import { apyGap } from './apy-gap'
import { assets } from './assets'
import { assetsUsd } from './assets-usd'
import { depositCap } from './deposit-cap'
import { idle } from './idle'
import { idleUsd } from './idle-usd'
import { instantLiquidity } from './instant-liquidity'
import { liveIndex } from './live-index'
import { outstanding } from './outstanding'
import { rate } from './rate'
import { rateGap } from './rate-gap'
import { sharePrice } from './share-price'
import { shares } from './shares'
import { storedIndex } from './stored-index'

/** Savings: sUSDS, sDAI, Savings xDAI, sUSDC and the Spark Vaults V2, with their bridged copies. */
export const savingsMetrics: readonly Metric[] = [
  rate,
  apy,
  assets,
  assetsUsd,
  shares,
  sharePrice,
  liveIndex,
  storedIndex,
  idle,
  idleUsd,
  outstanding,
  depositCap,
  instantLiquidity,
  rateGap,
  apyGap,
]
