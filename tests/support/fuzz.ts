import { chainSlugs } from '@/lib/chains'
import { charts } from '@/lib/charts/catalogue'
import { sizes } from '@/lib/charts/layout/sizes'
import { viewParamNames } from '@/lib/charts/query/params'
import { ranges, scales, themes } from '@/lib/charts/query/view'
import { createRandom, type Random } from '../referee/random'
import { chartSnapshot } from './fixture-history'

/** A request target with a word in it that stands nowhere else: no answer may say it. */
export type Fuzzed = { readonly target: string; readonly marker: string }

/** `page`: what Next renders; `data`: what a handler alone answers. */
export type FuzzKind = 'page' | 'data'

const slugs = charts.map(({ slug }) => slug)
const numbers = chartSnapshot.numbers.map(({ id }) => id)
const modes = [...new Set(charts.flatMap(({ view }) => view.modes))]

const good: Readonly<Record<string, readonly string[]>> = {
  range: ranges,
  from: ['2025-01-01', '2024-12-31', '1735689600'],
  to: ['2025-06-30', '2025-02-28', '1751241600'],
  mode: modes,
  scale: scales,
  chains: [...chainSlugs, 'ethereum,base', 'base,ethereum,gnosis'],
  hide: numbers,
  add: numbers,
  pin: ['2025-01-01..2025-06-30', '2025-03-01..2025-03-31', chartSnapshot.id],
  theme: themes,
  locale: ['en', 'zh-Hant'],
  controls: ['0', '1'],
  v: ['1'],
  frame: Object.keys(sizes),
  metric: [...new Set(chartSnapshot.numbers.map(({ metric }) => metric))],
  chain: [...chainSlugs, 'all'],
  key: ['USDC', 'SUSDS', 'TOTAL'],
  line: ['lend', 'savings', 'tvl', 'spk'],
  at: ['1751328000', chartSnapshot.id],
  sort: ['spk-awards.-total', 'spk-awards.unpaid'],
  number: numbers,
  every: ['1d', '1h', '3600', '86400'],
  points: ['10', '500', '10000'],
  format: ['json', 'csv'],
  maxwidth: ['320', '9999'],
  maxheight: ['200', '100'],
}

const badPins = (random: Random): readonly string[] => [
  'f'.repeat(64),
  'a'.repeat(63),
  'A'.repeat(64),
  'b'.repeat(65),
  '2025-06-30..2025-01-01',
  '2025-01-01..2025-06-30..2025-07-01',
  '2099-01-01..2099-12-31',
  '1969-01-01..2025-01-01',
  '2025-01-01..',
  '..',
  random.amount(64).toString(16),
]

/** Already percent-encoded, or as raw as a client may send it. */
const bad = (random: Random, marker: string): string =>
  random.pick([
    marker,
    `%3Cscript%3E${marker}%3C/script%3E`,
    `%22%3E%3Cimg%20src=x%20onerror=${marker}%3E`,
    `<${marker}>'"`,
    `-${random.whole(1, 1e9)}`,
    'NaN',
    'Infinity',
    '-0',
    '1e309',
    '9'.repeat(random.whole(20, 400)),
    '0x7fffffffffffffff',
    '2026-02-30',
    '1969-12-31',
    '2100-01-01',
    '99999999999',
    '%00',
    '%',
    '%zz',
    '%C0%AF',
    '%ED%A0%80',
    '%F0%9F%A6%84',
    '%E7%B8%BD%E9%8E%96%E5%80%89',
    '%E2%80%AE%E2%81%A6',
    'e\u0301\u00e9',
    '__proto__',
    'constructor',
    'toString',
    '..%2f..%2fetc%2fpasswd',
    '%0d%0aset-cookie:%20a=b',
    `${marker}%0d%0ax-${marker}:%201`,
    '{{7*7}}',
    "';drop%20table%20snapshots--",
    `http://${marker}.example/`,
    `${marker}.`.repeat(random.whole(2, 60)),
    ',,,,',
    `${random.pick(numbers)},`.repeat(random.whole(2, 20)),
    '',
  ])

const value = (random: Random, name: string, marker: string): string => {
  const some = Object.hasOwn(good, name) ? good[name] : undefined
  if (some !== undefined && random.chance(0.55)) return random.pick(some)
  if ((name === 'pin' || name === 'at') && random.chance(0.6)) return random.pick(badPins(random))
  return bad(random, marker)
}

const pair = (random: Random, names: readonly string[], marker: string): string => {
  const name = random.chance(0.85)
    ? random.pick(names)
    : random.pick([marker, `${marker}%5B%5D`, 'utm_source', '__proto__', '_rsc', 'nxtPslug', '%3Cscript%3E', ''])
  return `${name}=${value(random, name, marker)}`
}

const queryOf = (random: Random, names: readonly string[], marker: string): string => {
  const pairs = Array.from({ length: random.whole(0, 5) }, () => pair(random, names, marker))
  const [first] = pairs
  if (first !== undefined && random.chance(0.12)) pairs.push(first)
  if (random.chance(0.02)) pairs.push(`${random.pick(names)}=${marker.repeat(random.whole(100, 300))}`)
  // every query has the marker somewhere: in the value of what is not known, if nowhere else
  pairs.splice(random.whole(0, pairs.length), 0, `${random.pick(['q', 'utm', 'ref'])}=${marker}`)
  return pairs.join(random.chance(0.97) ? '&' : '&&')
}

const slug = (random: Random, marker: string): string =>
  random.chance(0.95) ? random.pick(slugs) : random.pick([marker, `tvl${marker}`, 'TVL', '%3Cscript%3E', 'tvl%00'])

const prefix = (random: Random): string => (random.chance(0.3) ? '/zh-Hant' : '')

const oembed = (random: Random, marker: string, origin: string): string => {
  const site = random.chance(0.85)
    ? origin
    : random.pick([`http://${marker}.example`, 'javascript:', '//', `${origin}@x`])
  const address = `${site}${prefix(random)}/charts/${slug(random, marker)}?${queryOf(random, viewParamNames, marker)}`
  const rest = queryOf(random, ['maxwidth', 'maxheight', 'format'], marker)
  return `/api/oembed?url=${encodeURIComponent(address)}&${rest}`
}

const filters = ['metric', 'chain', 'key', 'line', 'at']
const ofSeries = ['number', 'number', 'from', 'to', 'every', 'points', 'format']

const targets: Readonly<Record<FuzzKind, readonly ((random: Random, marker: string, origin: string) => string)[]>> = {
  page: [
    // Next writes the path of a page into it, so what is not known is asked for in its query alone
    (random, marker) => `${prefix(random)}/charts/${random.pick(slugs)}?${queryOf(random, viewParamNames, marker)}`,
    (random, marker) => `${prefix(random)}/charts/${random.pick(slugs)}?${queryOf(random, viewParamNames, marker)}`,
    (random, marker) =>
      `${prefix(random)}/${random.pick(['charts', '', 'spk'])}?${queryOf(random, ['sort', 'range', 'pin'], marker)}`,
  ],
  data: [
    (random, marker) => `/embed/v1/${slug(random, marker)}?${queryOf(random, viewParamNames, marker)}`,
    (random, marker) => `/embed/v1/${slug(random, marker)}?${queryOf(random, viewParamNames, marker)}`,
    ...['svg', 'csv', 'json', 'json', 'png'].map(
      (extension) => (random: Random, marker: string) =>
        `${prefix(random)}/charts/${slug(random, marker)}.${extension}?${queryOf(random, [...viewParamNames, 'frame'], marker)}`,
    ),
    (random, marker) => `/api/v1/numbers?${queryOf(random, filters, marker)}`,
    (random, marker) =>
      `/api/v1/numbers/${random.chance(0.7) ? random.pick(numbers) : bad(random, marker).replace(/[/?#\\%]/g, '') || marker}?${queryOf(random, ['at'], marker)}`,
    (random, marker) => `/api/v1/series?number=${random.pick(numbers)}&${queryOf(random, ofSeries, marker)}`,
    (random, marker) => `/api/v1/series?${queryOf(random, ofSeries, marker)}`,
    oembed,
    oembed,
  ],
}

/** As many request targets as asked for, the same for the same seed: good, bad, repeated, huge, malformed, unknown. */
export const fuzzedTargets = (
  seed: number,
  count: number,
  origin: string,
  kinds: readonly FuzzKind[] = ['page', 'data'],
): readonly Fuzzed[] => {
  const random = createRandom(seed)
  const makers = kinds.flatMap((kind) => targets[kind])
  return Array.from({ length: count }, (_, index) => {
    const marker = `zQ${seed.toString(36)}x${index.toString(36).padStart(4, '0')}Qz`
    const made = random.pick(makers)(random, marker, origin)
    // what no client can send: node refuses it before a byte is out
    const target = made.replace(/[^\x21-\xff]/g, (letter) => encodeURIComponent(letter))
    return { target, marker }
  })
}

type Said = { readonly status: number; readonly headers: object; readonly body: Buffer }

const isText = (headers: object): boolean =>
  !String('content-type' in headers ? headers['content-type'] : '').startsWith('image/png')

/** A page's own scripts may say such words; a frame's say none. */
const wordsIn = (target: string, body: Buffer): string =>
  target.startsWith('/embed/') ? body.toString('utf8') : body.toString('utf8').replace(/<script[\s\S]*?<\/script>/g, '')

/** What is wrong with an answer: a failure of the server, or the marker said again; null where nothing is. */
export const faultOf = ({ target, marker }: Fuzzed, { status, headers, body }: Said): string | null => {
  // 501: a format that oEmbed has and this site does not
  if (status >= 500 && !(status === 501 && target.startsWith('/api/oembed'))) return `${status} for ${target}`
  const word = marker.toLowerCase()
  if (JSON.stringify(headers).toLowerCase().includes(word)) return `a header repeats ${target}`
  if (body.toString('latin1').toLowerCase().includes(word)) return `the body repeats ${target}`
  if (status === 200 && isText(headers) && /\b(NaN|undefined|Infinity)\b/.test(wordsIn(target, body)))
    return `what is no number in the answer to ${target}`
  return null
}
