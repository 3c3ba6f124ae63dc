import type { Endpoint } from '../endpoint'
import { chartEndpoints } from './charts'
import { documentEndpoint } from './document'
import { healthEndpoints } from './health'
import { metricEndpoint, metricsEndpoint } from './metrics'
import { numberEndpoint } from './number'
import { numbersEndpoint } from './numbers'
import { oembedEndpoint } from './oembed'
import { recheckRequestEndpoint } from './recheck-request'
import { seriesEndpoint } from './series'
import { statusEndpoint } from './status'

/** Every address of the HTTP contract. A new one is a file of its own and a line here. */
export const endpoints: readonly Endpoint[] = [
  numbersEndpoint,
  numberEndpoint,
  recheckRequestEndpoint,
  seriesEndpoint,
  metricsEndpoint,
  metricEndpoint,
  ...chartEndpoints,
  oembedEndpoint,
  statusEndpoint,
  ...healthEndpoints,
  documentEndpoint,
]
