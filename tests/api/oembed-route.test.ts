import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/oembed/route'
import { viewVersion } from '@/lib/charts/query/migrations'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { contextHeaders } from '@/lib/server/request-context'
import { fixtureAppRuntime } from '../support/fixture-app-runtime'

const origin = 'https://spark.example'
const headers = contextHeaders({ nonce: 'n', origin, navigated: false })
const ask = (query: string) => GET(new Request(`http://localhost/api/oembed?${query}`, { headers }))
const of = (path: string, more = '') => ask(`url=${encodeURIComponent(origin + path)}${more}`)

type Rich = { readonly html: string; readonly width: number; readonly height: number; readonly thumbnail_url?: string }
// safe: the schema of the answer holds in tests/app/openapi.node.test.ts
const json = async (answer: Response) => (await answer.json()) as Rich

beforeAll(() => {
  setAppRuntime(fixtureAppRuntime())
})

describe('oEmbed', () => {
  it('answers all that a rich embed must have, as JSON', async () => {
    const answer = await of('/charts/tvl?scale=log&v=1#series')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    const { html, ...rest } = await json(answer)
    expect(rest).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 760,
      height: 500,
      provider_name: 'Sparkscope',
      provider_url: origin,
      thumbnail_url: `${origin}/charts/tvl.png?scale=log&v=${viewVersion}`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    })
    expect(html).toContain(`<iframe src="${origin}/embed/v1/tvl?scale=log&amp;v=${viewVersion}"`)
    expect(html).toContain('width="760" height="500"')
    expect(html).toContain('frameborder="0"')
  })

  it('is no larger than asked for, however small, and leaves out a picture that would be', async () => {
    expect(await json(await of('/charts/tvl', '&maxwidth=320&maxheight=60'))).toMatchObject({ width: 320, height: 60 })
    expect(await json(await of('/charts/tvl', '&maxwidth=320'))).not.toHaveProperty('thumbnail_url')
    expect(await json(await of('/charts/tvl', '&maxwidth=100000&maxheight=5000'))).toMatchObject({
      width: 760,
      height: 500,
      thumbnail_width: 1200,
    })
    expect((await of('/charts/tvl', '&maxwidth=wide')).status).toBe(400)
    expect((await of('/charts/tvl', '&maxwidth=0')).status).toBe(400)
  })

  it('takes the language from the address, wherever it stands in it', async () => {
    for (const path of ['/zh-Hant/charts/rates', '/embed/v1/rates?locale=zh-Hant&v=1', '/zh-Hant/charts/rates.png']) {
      const { html, thumbnail_url } = await json(await of(path))
      expect(html).toContain(`/embed/v1/rates?locale=zh-Hant&amp;v=${viewVersion}"`)
      expect(thumbnail_url).toBe(`${origin}/zh-Hant/charts/rates.png`)
    }
  })

  it('answers 501 to any format but JSON', async () => {
    for (const format of ['xml', 'yaml']) {
      const answer = await of('/charts/tvl', `&format=${format}`)
      expect([answer.status, (await answer.json()).code]).toEqual([501, 'unknown-format'])
    }
    expect((await of('/charts/tvl', '&format=json')).status).toBe(200)
  })

  it('answers 404 to what it has no embed of, and 400 where no address is given', async () => {
    for (const path of ['/lend', '/charts/nothing', '/charts/tvl?scale=nothing'])
      expect([path, (await of(path)).status]).toEqual([path, 404])
    expect((await ask('url=nonsense')).status).toBe(404)
    expect((await ask('')).status).toBe(400)
  })
})
