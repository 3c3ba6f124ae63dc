import { oembedSize } from '../charts/answer/oembed'
import { charts } from '../charts/catalogue'
import type { Chart } from '../charts/define/define-chart'
import { sizeNames } from '../charts/layout/sizes'
import { viewVersion } from '../charts/query/migrations'
import { type Param, rangeParams, versionsAllowed, viewParams } from '../charts/query/params'
import { cardSize } from '../charts/render/card'
import { json, once, problem, text } from './openapi-parts'

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

/** A list of a closed set stands in one value, with commas between; anything open is text. */
const schemaOf = (name: Name, values: readonly string[] | undefined): object => {
  if (values === undefined || values.length === 0) return text
  return name === 'chains'
    ? { type: 'array', items: { type: 'string', enum: values } }
    : { type: 'string', enum: values }
}

const parameterOf = (chart: Chart, name: Name) => {
  const { allowed, values } = params[name]
  const described = once(name, `${meanings[name]} May be ${allowed(chart).en}.`, schemaOf(name, values?.(chart)))
  return name === 'chains' ? { ...described, style: 'form', explode: false } : described
}

const figures: readonly Name[] = ['range', 'from', 'to', 'mode', 'scale', 'chains', 'hide', 'add', 'pin']
const version = once('v', 'Version of these words. Today’s unless given: an old link says its own.', {
  type: 'string',
  enum: versionsAllowed(viewVersion).en === '1' ? ['1'] : Array.from({ length: viewVersion }, (_, i) => String(i + 1)),
})

const ofChart = (chart: Chart, names: readonly Name[], more: readonly object[] = []) => [
  ...[...figures, ...names].map((name) => parameterOf(chart, name)),
  version,
  ...more,
]

const content = (type: string, schema: object = text) => ({ [type]: { schema } })
const binary = { type: 'string', contentMediaType: 'image/png' } as const

const answered = (description: string, what: object, refusal: object = problem) => ({
  200: { description, content: what },
  304: { description: 'Unchanged: the ETag sent in If-None-Match still holds.' },
  ...Object.fromEntries([400, 404, 503].map((code) => [code, refusal])),
})

const refusedFrame = { description: 'A frame that says what is wrong, in its language.', content: content('text/html') }

const get = (summary: string, parameters: readonly object[], responses: object) => ({
  get: { summary, parameters, responses },
})

const pathsOf = (chart: Chart) => {
  const { title } = chart.text.en
  const { width, height } = cardSize
  const place = once('frame', 'Not the data but the drawing that the page places in this frame.', {
    type: 'string',
    enum: sizeNames,
  })
  return {
    [`/charts/${chart.slug}.json`]: get(
      `${title}: everything drawn, each value with its block, hash and method version.`,
      ofChart(chart, ['locale'], [place]),
      answered('Series, gaps and events; values are exact decimals.', json({ type: 'object' })),
    ),
    [`/charts/${chart.slug}.csv`]: get(
      `${title}: a row a value.`,
      ofChart(chart, ['locale']),
      answered('As the JSON has it, by RFC 4180.', content('text/csv')),
    ),
    [`/charts/${chart.slug}.svg`]: get(
      `${title}: the chart alone.`,
      ofChart(chart, ['theme', 'locale']),
      answered('A picture without script or font.', content('image/svg+xml')),
    ),
    [`/charts/${chart.slug}.png`]: get(
      `${title}: the picture that link previews show.`,
      ofChart(chart, ['theme', 'locale']),
      answered(`${width} × ${height}.`, content('image/png', binary)),
    ),
    [`/embed/v1/${chart.slug}`]: get(
      `${title}: a frame for other sites.`,
      ofChart(chart, ['theme', 'locale', 'controls']),
      answered('One document, complete without its script.', content('text/html'), refusedFrame),
    ),
  }
}

const size = (name: string, standard: number) =>
  once(name, `In pixels; ${standard} at most.`, { type: 'integer', minimum: 100, maximum: 9999 })

const oembed = get(
  'The frame of a chart’s address (oEmbed 1.0).',
  [
    {
      ...once('url', 'Address of a chart on this site, in any state.', { type: 'string', format: 'uri' }),
      required: true,
    },
    size('maxwidth', oembedSize.width),
    size('maxheight', oembedSize.height),
    once('format', 'The answer’s format.', { type: 'string', enum: ['json'] }),
  ],
  answered('Of type `rich`, with the picture as thumbnail.', json({ type: 'object' })),
)

/** The addresses of every chart, from the same sets that its links are read by. */
export const chartPaths: Readonly<Record<string, ReturnType<typeof get>>> = {
  ...Object.assign({}, ...charts.map(pathsOf)),
  '/api/oembed': oembed,
}
