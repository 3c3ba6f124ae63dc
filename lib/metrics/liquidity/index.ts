import type { Metric } from '../types'
import { groupedDollars } from './grouped-dollars'
import { position } from './position'
import { positionUsd } from './position-usd'
import { psmAssetsUsd } from './psm-assets-usd'
import { psmUsdc } from './psm-usdc'
import { psmUsdcUsd } from './psm-usdc-usd'
import { unitValue } from './unit-value'

export const liquidityMetrics: readonly Metric[] = [
  position,
  unitValue,
  positionUsd,
  psmAssetsUsd,
  psmUsdc,
  psmUsdcUsd,
  ...groupedDollars,
]
