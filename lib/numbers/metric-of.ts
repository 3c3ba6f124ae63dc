import { metricById, methodVersionOf as versionOf } from '../metrics'
import { metricIdOf } from '../metrics/number-id'

/** The metric of a number's id; undefined where there is none of that name. */
export const metricOf = (id: string) => metricById(metricIdOf(id))

export { classOf } from '../metrics'

/** By which version of its definition a number is made now; 1 where there is no metric of that name. */
export const methodVersionOf = (id: string): number => {
  const metric = metricOf(id)
  return metric ? versionOf(metric) : 1
}
