import { z } from 'zod'
import { type AnswerOf, defineEndpoint } from '../endpoint'
import { kind, line, metricId, scope, unit } from '../schemas/basics'

const text = z.object({
  title: z.string(),
  what: z.string().meta({ description: 'One sentence: what it is.' }),
  formula: z.string().meta({ description: 'How it is computed, as one line a person can follow.' }),
  caveats: z.array(z.string()),
})

const metric = z
  .object({
    id: metricId,
    line,
    unit,
    class: kind.meta({ description: 'Of its numbers; of the weakest where they differ.' }),
    classes: z.array(kind).meta({ description: 'The classes that its numbers have, the most provable first.' }),
    kind: z.enum(['read', 'derived']).meta({ description: 'Read from contracts, or made of other metrics alone.' }),
    chains: z.array(scope),
    ...text.shape,
    translations: z.object({ 'zh-Hant': text }),
    contracts: z
      .array(z.object({ name: z.string(), source: z.string(), functions: z.array(z.string()) }))
      .meta({ description: 'The interfaces it may call, none of a derived one.' }),
    methodVersion: z.int().min(1),
    versions: z
      .array(
        z.object({
          version: z.int().min(1),
          since: z.iso.date(),
          change: z.object({ en: z.string(), 'zh-Hant': z.string() }),
        }),
      )
      .meta({ description: 'Newest last.' }),
  })
  .meta({ id: 'Metric' })
export type MetricAnswer = AnswerOf<typeof metric>

const catalogue = z.object({ metrics: z.array(metric) }).meta({ id: 'Metrics' })

export const metricsEndpoint = defineEndpoint({
  path: '/api/v1/metrics',
  operationId: 'getMetrics',
  tag: 'catalogue',
  summary: 'The catalogue.',
  answer: { description: 'Every metric.', content: { 'application/json': catalogue } },
  problems: [],
})

export const metricEndpoint = defineEndpoint({
  path: '/api/v1/metrics/{id}',
  operationId: 'getMetric',
  tag: 'catalogue',
  summary: 'One metric.',
  parameters: z.object({ id: metricId.meta({ description: 'Id of a metric.' }) }),
  answer: { description: 'What it is and how it is computed.', content: { 'application/json': metric } },
  problems: ['unknown-metric'],
})
