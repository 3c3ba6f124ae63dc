import { classesOf, metricById, metrics } from '../metrics'
import { methodVersionOf } from '../metrics/define'
import type { Metric } from '../metrics/types'
import type { MetricAnswer } from './endpoints/metrics'
import { Problem } from './problem'

/** A metric as the catalogue says it, in both languages. */
export const metricJson = (metric: Metric): MetricAnswer => ({
  id: metric.id,
  line: metric.line,
  unit: metric.unit,
  class: metric.class,
  classes: classesOf(metric.id),
  kind: metric.kind,
  chains: metric.kind === 'read' ? metric.chains : metric.scopes,
  title: metric.text.en.title,
  what: metric.text.en.what,
  formula: metric.text.en.formula,
  caveats: metric.text.en.caveats,
  translations: { 'zh-Hant': metric.text['zh-Hant'] },
  contracts:
    metric.kind === 'read'
      ? metric.reads.map(({ name, source, abi }) => ({
          name,
          source,
          functions: abi.flatMap((item) => (item.type === 'function' ? [item.name] : [])),
        }))
      : [],
  methodVersion: methodVersionOf(metric),
  versions: metric.versions,
})

export const catalogueJson = () => ({ metrics: metrics.map(metricJson) })

/** A metric by its id. Throws Problem. */
export const metricAnswer = (id: string): MetricAnswer => {
  const metric = metricById(id)
  if (!metric) throw new Problem('unknown-metric')
  return metricJson(metric)
}
