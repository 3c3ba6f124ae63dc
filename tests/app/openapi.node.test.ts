import { beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/openapi.json/route'
import { charts } from '@/lib/charts/catalogue'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { canonicalUrl } from '@/lib/server/canonical'
import { startFakeSite } from '../server/fake-site'
import { chartHandlers } from '../support/chart-handlers'
import { fixtureAppRuntime } from '../support/fixture-app-runtime'

type Parameter = {
  readonly name: string
  readonly in: string
  readonly schema: { readonly enum?: readonly string[]; readonly items?: { readonly enum: readonly string[] } }
}
type Operation = { readonly parameters?: readonly Parameter[]; readonly responses: Readonly<Record<string, object>> }
type Description = { readonly paths: Readonly<Record<string, { readonly get: Operation }>> }

const read = async (): Promise<Description> => (await (await GET()).json()) as Description
const own = (path: string) => /^\/(charts|embed)\//.test(path)

beforeEach(() => setAppRuntime(fixtureAppRuntime()))

describe('the description of chart addresses', () => {
  it('has every chart: picture, drawing, data, frame; and oEmbed', async () => {
    const paths = Object.keys((await read()).paths)
    for (const { slug } of charts)
      for (const path of [
        ...['json', 'csv', 'svg', 'png'].map((each) => `/charts/${slug}.${each}`),
        `/embed/v1/${slug}`,
      ])
        expect(paths).toContain(path)
    expect(paths).toContain('/api/oembed')
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('names only parameters that the server passes on', async () => {
    for (const [path, { get }] of Object.entries((await read()).paths)) {
      const names = (get.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name)
      const served = canonicalUrl(`${path.replace('{id}', 'x')}?${names.map((name) => `${name}=1`).join('&')}`)
      const passed = 'search' in served ? [...new URLSearchParams(served.search).keys()] : []
      expect([path, [...new Set(passed)].sort()]).toEqual([path, [...names].sort()])
    }
  })

  it('allows exactly what is answered: each value of each closed set, and none beside', async () => {
    const site = await startFakeSite(chartHandlers)
    for (const [path, { get }] of Object.entries((await read()).paths).filter(
      ([each]) => own(each) && !each.endsWith('.png'),
    ))
      for (const { name, schema } of get.parameters ?? []) {
        const values = schema.enum ?? schema.items?.enum ?? []
        for (const value of values) {
          const { status } = await site.get(`${path}?${name}=${value}`)
          expect([path, name, value, status]).toEqual([path, name, value, 200])
        }
        if (values.length > 0) expect((await site.get(`${path}?${name}=none-of-them`)).status).toBe(400)
      }
  })
})
