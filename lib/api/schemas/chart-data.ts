import { z } from 'zod'
import { ranges, scales } from '../../charts/query/view'
import { statuses } from '../../metrics/types'
import type { AnswerOf } from '../endpoint'
import { blockNumber, chain, hash, kind, network, numberId, scope, seconds, snapshotId, unit, value } from './basics'

/** The midnights of a span of days; before 1970 none can lie. */
const days = { from: seconds, to: seconds }
const stored = z.int().min(0).optional().meta({ description: 'The state of the history, as pinned links have it.' })

const view = z.object({
  mode: z.string(),
  range: z.union([z.enum(ranges), z.object(days)]),
  scale: z.enum(scales),
  chains: z.array(chain).meta({ description: 'Empty: all of them.' }),
  hide: z.array(z.string()),
  add: z.array(z.string()),
  pin: z.union([z.object({ snapshot: snapshotId, stored }), z.object({ ...days, stored })]).nullable(),
  query: z.string().meta({ description: 'The same as a link has it.' }),
})

const point = z
  .object({
    t: seconds,
    to: seconds.optional().meta({ description: 'End of the span that the value is of.' }),
    value: value.nullable(),
    status: z.enum(statuses),
    block: blockNumber.nullable(),
    blockHash: hash.nullable(),
    blockTime: seconds.nullable(),
    methodVersion: z.int().min(0).nullable(),
    blocks: z
      .partialRecord(chain, z.object({ block: blockNumber, hash, time: seconds.nullable() }))
      .optional()
      .meta({ description: 'Of a sum: the block that each chain was read at.' }),
  })
  .meta({ id: 'ChartPoint', description: 'Without a block of its own where it is of several chains, or of a plan.' })

const series = z
  .object({
    key: z.string(),
    name: z.string(),
    numbers: z.array(numberId).meta({ description: 'Ids of the numbers it is made of; none of a plan.' }),
    unit,
    symbol: z.string().optional(),
    class: kind,
    chain: scope,
    points: z.array(point),
  })
  .meta({ id: 'ChartSeries' })

export const chartDataSchema = z
  .object({
    network,
    chart: z.string(),
    version: z.int().min(1),
    title: z.string(),
    what: z.string(),
    caption: z.string(),
    view,
    snapshot: snapshotId.nullable(),
    asOf: seconds,
    from: seconds,
    to: seconds,
    method: z.string(),
    classes: z.array(kind),
    source: z.string(),
    notes: z.array(z.string()),
    series: z.array(series),
    gaps: z
      .array(z.object({ chain: scope, from: seconds, to: seconds, reason: z.string() }))
      .meta({ description: 'Stretches without readings, of one chain or of a sum over all.' }),
    events: z.array(z.object({ t: seconds, text: z.string() })),
  })
  .meta({ id: 'ChartData' })

export type ChartDataAnswer = AnswerOf<typeof chartDataSchema>
