import { chainSlugs } from '../chains'
import { metrics } from '../metrics'
import { lines } from '../metrics/types'
import { answer, json, list, once, ref, seconds, text } from './openapi-parts'
import { problems } from './problem'
import { pointsAtMost, seriesAtMost } from './series-query'

const repeated = (name: string, values: readonly string[] | null, description: string) => ({
  name,
  in: 'query',
  description,
  explode: true,
  schema: list(values === null ? text : { type: 'string', enum: values }),
})

const at = {
  name: 'at',
  in: 'query',
  description: 'Unix seconds, or the id of a snapshot: answers from the stored snapshot at or before it.',
  schema: { type: 'string', pattern: '^([0-9]{1,11}|[0-9a-f]{64})$' },
}

const seriesParameters = [
  { ...repeated('number', null, `Id of a number, \`metric:chain:key\`; 1 to ${seriesAtMost}.`), required: true },
  once('from', 'First instant: unix seconds, or a day. As far back as 10,000 steps reach unless given.'),
  once('to', 'Last instant, included. The newest snapshot unless given.'),
  once('every', '`1h`, `1d` (unless given), or a multiple of 3600 seconds. Instants are its multiples, UTC.'),
  once(
    'points',
    'Points of one series, at most: keeps the first and the last, and of equally long stretches of time the lowest, the highest and the first without a value.',
    { type: 'integer', minimum: 10, maximum: pointsAtMost },
  ),
  once('format', 'The answer as JSON or CSV.', { type: 'string', enum: ['json', 'csv'] }),
]

const idOf = (what: string) => [{ name: 'id', in: 'path', required: true, description: `Id of ${what}.`, schema: text }]

const schemas = {
  Number: {
    type: 'object',
    required: ['id', 'metric', 'chain', 'key', 'status', 'value', 'unit', 'class', 'methodVersion'],
    properties: {
      id: { ...text, description: '`metric:chain:key`' },
      metric: { type: 'string', enum: metrics.map(({ id }) => id) },
      chain: { type: 'string', enum: [...chainSlugs, 'all'] },
      key: text,
      label: text,
      status: { type: 'string', enum: ['ok', 'stale', 'absent', 'failed'] },
      value: {
        type: ['string', 'null'],
        description: 'Exact decimal; null where nothing is known. Never 0 in place of unknown.',
      },
      unit: { type: 'string', enum: [...new Set(metrics.map(({ unit }) => unit))] },
      class: { type: 'string', enum: ['onchain', 'issuer', 'stated', 'promise'] },
      methodVersion: { type: 'integer' },
      reason: text,
      code: text,
      omitted: list({ type: 'object', properties: { id: text, reason: text } }),
      parts: { type: 'object', properties: { have: { type: 'integer' }, of: { type: 'integer' } } },
      note: text,
    },
  },
  AsOf: {
    type: 'object',
    properties: {
      chainId: { type: 'integer' },
      block: { ...text, description: 'Decimal.' },
      hash: text,
      timestamp: seconds,
      finality: { type: 'string', enum: ['latest', 'safe', 'finalized'] },
      agreement: { type: 'object', properties: { agree: { type: 'integer' }, of: { type: 'integer' } } },
    },
  },
  Numbers: {
    type: 'object',
    required: ['snapshot', 'asOf', 'numbers'],
    properties: {
      snapshot: { ...text, description: 'SHA-256 of the snapshot: the same id is the same bytes for ever.' },
      time: seconds,
      asOf: { type: 'object', additionalProperties: ref('AsOf') },
      numbers: list(ref('Number')),
    },
  },
  Series: {
    type: 'object',
    required: ['every', 'series', 'gaps'],
    properties: {
      every: { type: 'integer', description: 'Seconds.' },
      from: seconds,
      to: seconds,
      series: list({
        type: 'object',
        properties: {
          id: text,
          unit: text,
          class: text,
          methodVersion: { type: 'integer', description: 'Of the newest point; an older point names its own.' },
          points: list({
            type: 'object',
            properties: {
              t: seconds,
              value: { type: ['string', 'null'], description: 'Exact decimal.' },
              status: { type: 'string', enum: ['ok', 'absent', 'failed'] },
              block: {
                type: ['string', 'null'],
                description: "The chain's last block at or before t; null over all chains.",
              },
              blockHash: { type: ['string', 'null'] },
              blockTime: { type: ['integer', 'null'] },
              methodVersion: { type: 'integer' },
            },
          }),
        },
      }),
      gaps: list({
        type: 'object',
        description: 'A stretch of a chain that could not be read, both ends included.',
        properties: { chain: text, from: seconds, to: seconds, reason: text },
      }),
    },
  },
  Call: {
    type: 'object',
    properties: {
      chainId: { type: 'integer' },
      block: text,
      blockHash: text,
      address: text,
      contract: text,
      functionName: text,
      args: list({}),
      calldata: text,
      result: text,
      reverted: { type: 'boolean' },
    },
  },
  Proof: {
    type: 'object',
    properties: {
      snapshot: text,
      asOf: { type: 'object', additionalProperties: ref('AsOf') },
      number: ref('Number'),
      title: text,
      formula: text,
      inputs: { ...list(text), description: 'Ids of the numbers it is made of.' },
      tree: list(ref('Number')),
      calls: list(ref('Call')),
      recheck: {
        type: 'object',
        description:
          'By chain: one line for a shell, with curl alone against `$RPC_URL_<chainId>`, and the raw result it must print.',
        additionalProperties: { type: 'object', properties: { command: text, expect: text } },
      },
    },
  },
  Problem: {
    type: 'object',
    required: ['code', 'status', 'title'],
    properties: {
      type: text,
      code: { type: 'string', enum: Object.keys(problems) },
      status: { type: 'integer' },
      title: text,
      detail: text,
    },
  },
} as const

const seriesResponses = answer('Points in order of time. Values are exact decimals.', ref('Series'), [400, 404])
const seriesAnswer = {
  responses: {
    ...seriesResponses.responses,
    200: {
      ...seriesResponses.responses[200],
      content: { ...json(ref('Series')), 'text/csv': { schema: text } },
    },
  },
}

/** The HTTP contract of numbers, for machines; charts add their own addresses. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Sparkscope',
    version: '1',
    description: 'Numbers of the Spark Protocol, each with the contract calls it came from. GET only, no key, CORS *.',
  },
  paths: {
    '/api/v1/numbers': {
      get: {
        summary: 'All numbers of a snapshot, or those the filters leave.',
        parameters: [
          repeated(
            'metric',
            metrics.map(({ id }) => id),
            'Metric; may repeat.',
          ),
          repeated('chain', [...chainSlugs, 'all'], 'Chain; may repeat.'),
          repeated('key', null, 'Key; may repeat.'),
          repeated('line', lines, 'Product line; may repeat.'),
          at,
        ],
        ...answer('Numbers, and the block of each chain they were read at.', ref('Numbers'), [400, 404, 503]),
      },
    },
    '/api/v1/numbers/{id}': {
      get: {
        summary: 'One number with its proof.',
        parameters: [...idOf('a number, `metric:chain:key`'), at],
        ...answer('Formula, inputs, calls, and lines to re-check it.', ref('Proof'), [400, 404, 503]),
      },
    },
    '/api/v1/series': {
      get: {
        summary: 'Numbers over time, each point with its block.',
        parameters: seriesParameters,
        ...seriesAnswer,
      },
    },
    '/api/v1/metrics': {
      get: {
        summary: 'The catalogue.',
        ...answer('Every metric.', { type: 'object', properties: { metrics: list({ type: 'object' }) } }, []),
      },
    },
    '/api/v1/metrics/{id}': {
      get: {
        summary: 'One metric.',
        parameters: idOf('a metric'),
        ...answer('What it is and how it is computed.', { type: 'object' }, [404]),
      },
    },
    '/api/v1/status': {
      get: {
        summary: 'How chains, store and collector fare.',
        ...answer('Hosts only, never a URL.', { type: 'object' }, []),
      },
    },
  },
  components: { schemas },
} as const
