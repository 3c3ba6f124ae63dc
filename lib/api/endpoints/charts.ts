import { z } from 'zod'
import { charts } from '../../charts/catalogue'
import type { Chart } from '../../charts/define/define-chart'
import { viewVersion } from '../../charts/query/migrations'
import { type Param, rangeParams, viewParams } from '../../charts/query/params'
import { cardSize } from '../../charts/render/card'
import { decimalMarks } from '../../format/csv'
import { defineEndpoint, type Endpoint } from '../endpoint'
import { decimalMeaning } from '../schemas/basics'
import { chartDataSchema } from '../schemas/chart-data'

type Name = keyof typeof viewParams | keyof typeof rangeParams

const params: Readonly<Record<Name, Pick<Param<never>, 'allowed' | 'values'>>> = { ...rangeParams, ...viewParams }

/** What each does; what it may be comes from the view itself. */
const meanings: Readonly<Record<Name, string>> = {
  range: 'How far back it goes, from the newest number.',
  from: 'First day of a range of one’s own.',
  to: 'Last day of it.',
  mode: 'One of the chart’s views.',
  scale: 'The unit, a share of the whole, or equal steps for equal factors.',
  chains: 'Only these chains, with commas between.',
  hide: 'Series taken out.',
  add: 'Series put in.',
  pin: 'A state that never changes: the same bytes for ever.',
  theme: 'Light or dark; `auto` leaves it to the reader.',
  locale: 'Language.',
  controls: 'Whether the frame shows its range and scale.',
}

const day = /^\d{4}-\d{2}-\d{2}$/
const pin = /^([0-9a-f]{64}|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})(@\d{1,15})?$/
/** Of parameters that are no closed set. */
const patterns: Partial<Record<Name, RegExp>> = { from: day, to: day, pin }

const schemaOf = (name: Name, values: readonly string[]): z.ZodType => {
  if (values.length === 0) return z.string().regex(patterns[name] ?? /^./)
  // a list stands in one value, with commas between
  return name === 'chains' ? z.array(z.enum(values)) : z.enum(values)
}

const parameterOf = (chart: Chart, name: Name): z.ZodType =>
  schemaOf(name, params[name].values?.(chart) ?? [])
    .optional()
    .meta({
      description: `${meanings[name]} May be ${params[name].allowed(chart).en}.`,
      ...(name === 'chains' ? { explode: false } : {}),
    })

const figure: readonly Name[] = ['range', 'from', 'to', 'mode', 'scale', 'chains', 'hide', 'add', 'pin']
const versions = Array.from({ length: viewVersion }, (_, i) => String(i + 1))
const v = z.enum(versions).optional().meta({
  description:
    'Version of these words, today’s unless given: an old link says its own. Where other parameters come without it, a range that is left out is the one that the chart was first published with.',
})

/** What a link to a chart may hold: described by the sets that its view is read by (lib/charts/query). */
const queryOf = (chart: Chart, more: readonly Name[]) =>
  z.object({ ...Object.fromEntries([...figure, ...more].map((name) => [name, parameterOf(chart, name)])), v })

const camel = (slug: string) => slug.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const text = z.string()
const image = z.string().meta({ contentMediaType: 'image/png' })
const problems = ['bad-parameter', 'unknown-snapshot', 'damaged-snapshot', 'not-ready'] as const

const csvAnswer = {
  description:
    'As the JSON has it, by RFC 4180: decimals with a point, times as unix seconds (`t`), ISO 8601 (`time`) and days (`day`), all UTC; a hash stands behind its chain, so that no tool reads it as a number. English is ASCII; other languages begin with the mark of UTF-8.',
  content: { 'text/csv': text },
}
const decimal = z.enum(decimalMarks).optional().meta({ description: decimalMeaning })

const endpointsOf = (chart: Chart): readonly Endpoint[] => {
  const { title } = chart.text.en
  const sibling = (extension: string, summary: string, more: readonly Name[], answer: Endpoint['answer'], own = {}) =>
    defineEndpoint({
      path: `/charts/${chart.slug}.${extension}`,
      operationId: `get${camel(chart.slug)}${camel(extension)}`,
      tag: 'charts',
      summary: `${title}: ${summary}`,
      query: queryOf(chart, more).extend(own),
      answer,
      problems,
    })
  return [
    sibling('json', 'everything drawn, each value with its block, hash and method version.', ['locale'], {
      description: 'Series, gaps and events; values are exact decimals.',
      content: { 'application/json': chartDataSchema },
    }),
    sibling('csv', 'a row a value.', ['locale'], csvAnswer, { decimal }),
    sibling('svg', 'the chart alone.', ['theme', 'locale'], {
      description: 'A picture without script or font.',
      content: { 'image/svg+xml': text },
    }),
    sibling('png', 'the picture that link previews show.', ['theme', 'locale'], {
      description: `${cardSize.width} × ${cardSize.height}.`,
      content: { 'image/png': image },
    }),
    defineEndpoint({
      path: `/embed/v1/${chart.slug}`,
      operationId: `get${camel(chart.slug)}Frame`,
      tag: 'charts',
      summary: `${title}: a frame for other sites.`,
      query: queryOf(chart, ['theme', 'locale', 'controls']),
      answer: { description: 'One document, complete without its script.', content: { 'text/html': text } },
      problems,
      problemType: 'text/html',
    }),
  ]
}

/** The addresses of every chart. */
export const chartEndpoints: readonly Endpoint[] = charts.flatMap(endpointsOf)
