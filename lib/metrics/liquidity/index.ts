import type { Metric } from '../types'
import { assetUsd } from './asset-usd'
import { partUsd } from './part-usd'
import { position } from './position'
import { positionUsd } from './position-usd'
import { psmAssetsUsd } from './psm-assets-usd'
import { psmUsdc } from './psm-usdc'
import { psmUsdcUsd } from './psm-usdc-usd'
import { unitValue } from './unit-value'
import { venueUsd } from './venue-usd'

export const liquidityMetrics: readonly Metric[] = [
  position,
  unitValue,
  positionUsd,
  psmAssetsUsd,
  psmUsdc,
  psmUsdcUsd,
  partUsd,
  venueUsd,
  assetUsd,
]
