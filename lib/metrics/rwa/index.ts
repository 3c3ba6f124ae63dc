import type { Metric } from '../types'
import { aumUsd } from './aum-usd'
import { nav } from './nav'
import { navUpdated } from './nav-updated'
import { sparkHolding } from './spark-holding'
import { sparkHoldingUsd } from './spark-holding-usd'
import { sparkShare } from './spark-share'
import { supply } from './supply'

export const rwaMetrics: readonly Metric[] = [
  supply,
  nav,
  navUpdated,
  aumUsd,
  sparkHolding,
  sparkHoldingUsd,
  sparkShare,
]
