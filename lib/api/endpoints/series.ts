import { z } from 'zod'
import { decimalMarks } from '../../format/csv'
import { DAY, HOUR } from '../../format/time'
import { metricById } from '../../metrics'
import { metricIdOf } from '../../metrics/number-id'
import { type AnswerOf, defineEndpoint, type QueryOf } from '../endpoint'
import {
  blockNumber,
  chain,
  decimalMeaning,
  hash,
  kind,
  network,
  numberId,
  numberIdPattern,
  seconds,
  unit,
  value,
} from '../schemas/basics'

/** Series in one answer, and points of one series. */
const mostSeries = 10
export const mostPoints = 10_000
const fewestPoints = 10
const longestStep = 366 * DAY

/** The sentence for a value that is not allowed, and for one given twice. */
const once = (name: string, may: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    Array.isArray(input) ? `\`${name}\` may be given once.` : `\`${name}\` may be ${may}.`,
})

const counted = {
  error: `\`number\` may be 1 to ${mostSeries} ids of numbers, each as a parameter of its own.`,
}

const number = z
  .string()
  .regex(numberIdPattern, { error: 'unknown-number', abort: true })
  .refine((id) => metricById(metricIdOf(id)) !== undefined, { error: 'unknown-number' })

const dayText = 'unix seconds, or a day such as 2026-01-31'

/** Unix seconds of a day that there is; null for a 31st of February. */
const secondsOfDay = (text: string): number | null => {
  const day = Date.parse(text)
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(text) ? day / 1000 : null
}

/** Unix seconds or an ISO day: its first second, as an end, too. */
const time = (name: 'from' | 'to', description: string) =>
  z
    .string(once(name, dayText))
    .regex(/^(\d{1,11}|\d{4}-\d\d-\d\d)$/, once(name, dayText))
    .transform((text) => (/^\d{1,11}$/.test(text) ? Number(text) : secondsOfDay(text)))
    .pipe(z.number(once(name, dayText)))
    .optional()
    .meta({ description })

const steps = '1h, 1d, or a multiple of 3600 seconds up to 366 days'
const named: Readonly<Record<string, number>> = { '1h': HOUR, '1d': DAY }

const every = z
  .string(once('every', steps))
  .regex(/^(1h|1d|\d{4,8})$/, once('every', steps))
  .transform((text) => named[text] ?? Number(text))
  .pipe(
    z
      .number()
      .min(HOUR, once('every', steps))
      .multipleOf(HOUR, once('every', steps))
      .max(longestStep, once('every', steps)),
  )
  .prefault('1d')
  .meta({ description: '`1h`, `1d`, or a multiple of 3600 seconds. Instants are its multiples, UTC.' })

const pointsText = `${fewestPoints} to ${mostPoints}`

const query = z.object({
  number: z
    .array(number)
    .min(1, counted)
    .max(mostSeries, counted)
    .meta({ description: `Id of a number, \`metric:chain:key\`; 1 to ${mostSeries}.` }),
  every,
  from: time('from', 'First instant: unix seconds, or a day. As far back as 10,000 steps reach unless given.'),
  to: time('to', 'Last instant, included. The newest snapshot unless given.'),
  points: z
    .int(once('points', pointsText))
    .min(fewestPoints, once('points', pointsText))
    .max(mostPoints, once('points', pointsText))
    .optional()
    .meta({
      description:
        'Points of one series, at most: keeps the first and the last, and of equally long stretches of time the lowest, the highest and the first without a value.',
    }),
  format: z
    .enum(['json', 'csv'], once('format', 'json or csv'))
    .prefault('json')
    .meta({ description: 'The answer as JSON or CSV.' }),
  decimal: z
    .enum(decimalMarks, once('decimal', 'point or comma'))
    .prefault('point')
    .meta({ description: decimalMeaning }),
})

const point = z
  .object({
    t: seconds,
    value: value.nullable(),
    status: z.enum(['ok', 'absent', 'failed', 'stale']),
    block: blockNumber.nullable().meta({ description: 'The chain’s last block at or before t; null over all chains.' }),
    blockHash: hash.nullable(),
    blockTime: seconds.nullable(),
    methodVersion: z.int().min(0).optional().meta({ description: 'Where it is not that of the newest point.' }),
  })
  .meta({ id: 'SeriesPoint' })

const answer = z
  .object({
    network,
    every: z.int().meta({ description: 'Seconds.' }),
    from: seconds.optional(),
    to: seconds.optional(),
    series: z.array(
      z.object({
        id: numberId,
        unit,
        class: kind,
        methodVersion: z.int().min(0).meta({ description: 'Of the newest point; an older point names its own.' }),
        points: z.array(point),
      }),
    ),
    gaps: z
      .array(z.object({ chain, from: seconds, to: seconds, reason: z.string() }))
      .meta({ description: 'Stretches of a chain that could not be read, both ends included.' }),
  })
  .meta({ id: 'Series' })

export const seriesEndpoint = defineEndpoint({
  path: '/api/v1/series',
  operationId: 'getSeries',
  tag: 'numbers',
  summary: 'Numbers over time, each point with its block.',
  query,
  answer: {
    description: 'Points in order of time. Values are exact decimals.',
    content: { 'application/json': answer, 'text/csv': z.string() },
  },
  problems: ['bad-parameter', 'unknown-number', 'not-ready'],
})

export type SeriesParameters = QueryOf<typeof query>
export type SeriesJson = AnswerOf<typeof answer>
