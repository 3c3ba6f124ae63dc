import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { numbersEndpoint } from '@/lib/api/endpoints/numbers'
import { oembedEndpoint } from '@/lib/api/endpoints/oembed'
import { seriesEndpoint } from '@/lib/api/endpoints/series'
import { parseQuery } from '@/lib/api/parse-query'
import { Problem } from '@/lib/api/problem'

const parse = <schema extends z.ZodObject>(schema: schema, query: string) =>
  parseQuery(schema, new URLSearchParams(query))

const refusal = (schema: z.ZodObject, query: string): Problem => {
  try {
    parse(schema, query)
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('It was not refused.')
}

describe('a query by its schema', () => {
  it('holds what repeats as a list without repetition, empty where nothing is asked', () => {
    expect(parse(numbersEndpoint.query, 'key=USDC&key=DAI&key=USDC')).toEqual({
      metric: [],
      chain: [],
      key: ['USDC', 'DAI'],
      line: [],
    })
  })

  it('ignores parameters that the schema does not name', () => {
    expect(parse(numbersEndpoint.query, 'foo=1&__proto__=2')).toEqual(parse(numbersEndpoint.query, ''))
  })

  it('tells the id of a snapshot from a time', () => {
    expect(parse(numbersEndpoint.query, 'at=1767225600').at).toEqual({ time: 1_767_225_600 })
    expect(parse(numbersEndpoint.query, `at=${'a'.repeat(64)}`).at).toEqual({ id: 'a'.repeat(64) })
  })

  it('holds numbers as numbers, and what is left out as it is unless given', () => {
    expect(parse(seriesEndpoint.query, 'number=lend.supply-apy:ethereum:USDC&points=100&from=2026-01-01')).toEqual({
      number: ['lend.supply-apy:ethereum:USDC'],
      every: 86_400,
      from: 1_767_225_600,
      points: 100,
      format: 'json',
      decimal: 'point',
    })
    expect(parse(oembedEndpoint.query, 'url=http://x/charts/tvl&maxwidth=9999')).toEqual({
      url: 'http://x/charts/tvl',
      maxwidth: 9999,
      format: 'json',
    })
  })
})

const number = 'number=lend.supply-apy:ethereum:USDC'

it.each([
  [numbersEndpoint.query, 'metric=nope&at=zz', '`metric` may be any id that /api/v1/metrics lists.'],
  [numbersEndpoint.query, `key=${'a'.repeat(141)}`, '`key` may be letters, digits and _ . @ -.'],
  [numbersEndpoint.query, 'at=1&at=2', '`at` may be unix seconds, or the 64 hexadecimal digits of a snapshot.'],
  [seriesEndpoint.query, '', '`number` may be 1 to 10 ids of numbers, each as a parameter of its own.'],
  [
    seriesEndpoint.query,
    Array.from({ length: 11 }, (_, i) => `number=x${i}`).join('&'),
    '`number` may be 1 to 10 ids of numbers, each as a parameter of its own.',
  ],
  [seriesEndpoint.query, `${number}&from=2026-02-31`, '`from` may be unix seconds, or a day such as 2026-01-31.'],
  [seriesEndpoint.query, `${number}&to=1&to=2`, '`to` may be given once.'],
  [
    seriesEndpoint.query,
    `${number}&every=5000`,
    '`every` may be 1h, 1d, or a multiple of 3600 seconds up to 366 days.',
  ],
  [seriesEndpoint.query, `${number}&points=1e3`, '`points` may be 10 to 10000.'],
  [oembedEndpoint.query, 'url=http://x&maxheight=-5', '`maxheight` may be a whole number of pixels.'],
])('of %#, what is wrong is refused with what is allowed', (schema, query, detail) => {
  expect(refusal(schema, query)).toMatchObject({ code: 'bad-parameter', detail })
})

it('refuses ids of numbers that there cannot be as unknown, not as malformed', () => {
  for (const id of ['x', '<script>', 'nothing.at-all:ethereum:X', 'lend.supply-apy:mars:USDC'])
    expect(refusal(seriesEndpoint.query, `number=${encodeURIComponent(id)}`)).toMatchObject({ code: 'unknown-number' })
})
