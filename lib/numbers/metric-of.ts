import { metricById } from '../metrics'
import { metricIdOf } from '../metrics/number-id'

/** The metric of a number's id; undefined where there is none of that name. */
export const metricOf = (id: string) => metricById(metricIdOf(id))
