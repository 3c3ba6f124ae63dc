import type { Metric } from '../types'
import { apy } from './apy'
import { assets } from './assets'
import { depositCap } from './deposit-cap'
import { assetsUsd, idleUsd } from './dollars'
import { gaps } from './gaps'
import { idle } from './idle'
import { instantLiquidity } from './instant-liquidity'
import { outstanding } from './outstanding'
import { indexes, rate } from './rays'
import { sharePrice } from './share-price'
import { shares } from './shares'

/** Savings: sUSDS, sDAI, Savings xDAI, sUSDC and the Spark Vaults V2, with their bridged copies. */
export const savingsMetrics: readonly Metric[] = [
  rate,
  apy,
  assets,
  assetsUsd,
  shares,
  sharePrice,
  ...indexes,
  idle,
  idleUsd,
  outstanding,
  depositCap,
  instantLiquidity,
  ...gaps,
]
