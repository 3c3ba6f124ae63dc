import type { Metric } from '../types'
import { bridgedCopiesUsd } from './bridged-copies-usd'
import { deployedSavingsUsd } from './deployed-savings-usd'
import { grossUsd } from './gross-usd'
import { lineUsd } from './line-usd'
import { othersCashUsd } from './others-cash-usd'
import { outstandingUsd } from './outstanding-usd'
import { psmSharesUsd } from './psm-shares-usd'
import { psmUsdcUsd } from './psm-usdc-usd'
import { skyCashUsd } from './sky-cash-usd'
import { skyIssuedUsd } from './sky-issued-usd'
import { skySavingsUsd } from './sky-savings-usd'
import { sptokensUsd } from './sptokens-usd'
import { totalUsd } from './total-usd'

/** From gross to total, in the order in which the reconciliation is told; only `psmUsdcUsd` is added. */
export const reconciliation = {
  from: grossUsd,
  less: [
    skyCashUsd,
    sptokensUsd,
    skySavingsUsd,
    bridgedCopiesUsd,
    deployedSavingsUsd,
    skyIssuedUsd,
    psmSharesUsd,
    outstandingUsd,
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
