import { createConfig, lintFromString } from '@redocly/openapi-core'
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { GET as metric } from '@/app/api/v1/metrics/[id]/route'
import { GET as metrics } from '@/app/api/v1/metrics/route'
import { GET as number } from '@/app/api/v1/numbers/[id]/route'
import { GET as numbers } from '@/app/api/v1/numbers/route'
import { GET as series } from '@/app/api/v1/series/route'
import { GET as status } from '@/app/api/v1/status/route'
import { GET as file } from '@/app/files/charts/[slug]/[ext]/route'
import { endpoints } from '@/lib/api/endpoints'
import { metricEndpoint, metricsEndpoint } from '@/lib/api/endpoints/metrics'
import { numberEndpoint } from '@/lib/api/endpoints/number'
import { numbersEndpoint } from '@/lib/api/endpoints/numbers'
import { oembedEndpoint } from '@/lib/api/endpoints/oembed'
import { seriesEndpoint } from '@/lib/api/endpoints/series'
import { statusEndpoint } from '@/lib/api/endpoints/status'
import { openApiDocument } from '@/lib/api/openapi/document'
import { type ChartDataAnswer, chartDataSchema } from '@/lib/api/schemas/chart-data'
import { chartOembed } from '@/lib/charts/answer/oembed'
import { charts } from '@/lib/charts/catalogue'
import type { renderJson } from '@/lib/charts/render/json'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { fixtureAppRuntime } from '../support/fixture-app-runtime'
import { chartSnapshot } from '../support/fixture-history'

const origin = 'http://localhost:3000'
const ask = (path: string) => new Request(`${origin}${path}`)
const withId = (id: string) => ({ params: Promise.resolve({ id }) })
const recommended = createConfig({ extends: ['recommended'] })

const lint = async (document: object) =>
  (await lintFromString({ source: JSON.stringify(document), config: await recommended })).map(
    ({ ruleId, message }) => ({
      ruleId,
      message,
    }),
  )

beforeAll(() => setAppRuntime(fixtureAppRuntime()))

describe('the OpenAPI document', () => {
  it('leaves the recommended rules nothing to find', async () => {
    expect(await lint(openApiDocument())).toEqual([])
  })

  it('is held to rules that do find what is wrong', async () => {
    const { license: _, ...info } = openApiDocument().info
    expect(await lint({ ...openApiDocument(), info })).toMatchObject([{ ruleId: 'info-license' }])
  })

  it('has an operation of its own name for each endpoint', () => {
    const operations = Object.values(openApiDocument().paths) as { get: { operationId: string } }[]
    expect(operations.map(({ get }) => get.operationId)).toEqual(endpoints.map(({ operationId }) => operationId))
    expect(new Set(endpoints.map(({ operationId }) => operationId)).size).toBe(endpoints.length)
    expect(Object.keys(openApiDocument().paths)).toHaveLength(endpoints.length)
  })

  it('refers to nothing that it does not hold, and holds nothing that is not referred to', () => {
    const text = JSON.stringify(openApiDocument())
    const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name))
    expect([...referred].sort()).toEqual(Object.keys(openApiDocument().components.schemas).sort())
    expect(text).not.toContain('$defs')
  })
})

const [first] = chartSnapshot.numbers
const anId = first?.id ?? ''

describe('an answer is what its schema says, and nothing beside', () => {
  it.each([
    ['all numbers', numbersEndpoint, () => numbers(ask('/api/v1/numbers'))],
    ['numbers of a line', numbersEndpoint, () => numbers(ask('/api/v1/numbers?line=lend&chain=ethereum'))],
    ['a total with its proof', numberEndpoint, () => number(ask('/'), withId('tvl.total-usd:all:TOTAL'))],
    ['a number with its proof', numberEndpoint, () => number(ask('/'), withId(anId))],
    [
      'series',
      seriesEndpoint,
      () => series(ask('/api/v1/series?number=lend.supply-apy:ethereum:USDC&number=tvl.total-usd:all:TOTAL')),
    ],
    ['the catalogue', metricsEndpoint, () => metrics()],
    ['a metric', metricEndpoint, () => metric(ask('/'), withId('lend.supply-apy'))],
    ['the status', statusEndpoint, () => status()],
  ] as const)('%s', async (_, { answer }, get) => {
    const response = await get()
    expect(response.status).toBe(200)
    const body: unknown = await response.json()
    expect(answer.content['application/json'].parse(body)).toEqual(body)
  })

  it('to the compiler, of a chart’s data', () => {
    expectTypeOf<ReturnType<typeof renderJson>>().toExtend<ChartDataAnswer>()
  })

  it.each(charts.map(({ slug }) => slug))('the data of the chart %s', async (slug) => {
    for (const query of ['', '?range=all', '?locale=zh-Hant']) {
      const response = await file(ask(`/charts/${slug}.json${query}`), {
        params: Promise.resolve({ slug, ext: 'json' }),
      })
      const body: unknown = await response.json()
      expect(chartDataSchema.parse(body)).toEqual(body)
    }
  })

  it('the embed of an address', async () => {
    const url = `${origin}/charts/tvl`
    const body = await chartOembed(fixtureAppRuntime(), origin, { url, maxwidth: 500, maxheight: 400 })
    expect(oembedEndpoint.answer.content['application/json'].parse(body)).toEqual(body)
  })
})
