import type { Metric } from '../types'
import { claimSteps } from './claim-steps'
import { deployedSavingsUsd } from './deployed-savings-usd'
import { grossUsd } from './gross-usd'
import { layerSteps } from './layer-steps'
import { lineUsd } from './line-usd'
import { othersCashUsd } from './others-cash-usd'
import { psmUsdcUsd } from './psm-usdc-usd'
import { skyCashUsd } from './sky-cash-usd'
import { totalUsd } from './total-usd'

/** From gross to total, in the order in which the reconciliation is told; only `psmUsdcUsd` is added. */
export const reconciliation = {
  from: grossUsd,
  less: [
    skyCashUsd,
    layerSteps.sparklend,
    ...claimSteps,
    deployedSavingsUsd,
    layerSteps.sky,
    layerSteps.psm,
    layerSteps.outstanding,
  ],
  plus: [psmUsdcUsd],
  to: totalUsd,
} as const

export const tvlMetrics: readonly Metric[] = [
  grossUsd,
  ...reconciliation.less,
  ...reconciliation.plus,
  othersCashUsd,
  lineUsd,
  totalUsd,
]
