import type { Metric } from '../types'
import { accruedToTreasury } from './accrued-to-treasury'
import { rateStrategy, tokenAddresses } from './addresses'
import { automatedCaps } from './automated-caps'
import { available } from './available'
import { borrowed } from './borrowed'
import { capUse } from './cap-use'
import { caps, type Side } from './caps'
import { dollars } from './dollars'
import { emode } from './emode'
import { emodeTerms } from './emode-terms'
import { fallbackOracle } from './fallback-oracle'
import { flags } from './flags'
import { isolation } from './isolation'
import { killSwitch } from './kill-switch'
import { marketAddresses } from './market-addresses'
import { nextRates } from './next-rates'
import { oracleSource } from './oracle-source'
import { price } from './price'
import { rateCurve } from './rate-curve'
import { riskParameters } from './risk-parameters'
import { skySupplied } from './sky-supplied'
import { storedRates } from './stored-rates'
import { supplied } from './supplied'
import { utilization } from './utilization'

const capsOf = (side: Side): readonly Metric[] => [caps[side], ...capUse(side), ...automatedCaps(side)]

/** SparkLend: its reserves, their sums, and who may change them. */
export const lendMetrics: readonly Metric[] = [
  supplied,
  skySupplied,
  borrowed,
  available,
  ...dollars,
  price,
  utilization,
  ...storedRates,
  ...nextRates,
  ...rateCurve,
  rateStrategy,
  ...riskParameters,
  accruedToTreasury,
  ...capsOf('supply'),
  ...capsOf('borrow'),
  ...isolation,
  ...flags,
  emode,
  ...emodeTerms,
  ...tokenAddresses,
  oracleSource,
  ...marketAddresses,
  fallbackOracle,
  killSwitch,
]
