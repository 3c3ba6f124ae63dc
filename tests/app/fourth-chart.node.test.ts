import { beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as oembed } from '@/app/api/oembed/route'
import { GET as embed } from '@/app/embed/v1/[slug]/route'
import { GET as file } from '@/app/files/charts/[slug]/[ext]/route'
import { GET as sitemap } from '@/app/sitemap.xml/route'
import { setAppRuntime } from '@/lib/server/app-runtime'
import { parseXml } from '../charts/support/xml'
import { fixtureAppRuntime } from '../support/fixture-app-runtime'

// The one line that a new chart takes in the index.
vi.mock('@/lib/charts/catalogue', async (read) => {
  const { utilisation } = await import('../charts/support/utilisation')
  const { charts } = await read<typeof import('@/lib/charts/catalogue')>()
  const all = [...charts, utilisation]
  return { charts: all, chartBySlug: (slug: string) => all.find((chart) => chart.slug === slug) }
})

beforeAll(() => setAppRuntime(fixtureAppRuntime()))

const origin = 'http://localhost'
const asked = (path: string) => new Request(`${origin}${path}`, { headers: { 'x-site-origin': origin } })
const fileOf = async (ext: string, query = '') => {
  const path = `/charts/utilisation.${ext}${query}`
  return file(asked(path), { params: Promise.resolve({ slug: 'utilisation', ext }) })
}

describe('the README’s chart, once it stands in the index,', () => {
  it('has a drawing, a picture and its data', async () => {
    const svg = await (await fileOf('svg')).text()
    parseXml(svg)
    expect(svg).toMatch(/<title id="utilisation-[a-z0-9]+-t">Utilisation/)
    expect(svg).toMatch(/Lent now: 96\.50\s% of USDC, 88\.87\s% of WETH\./)
    const png = Buffer.from(await (await fileOf('png')).arrayBuffer())
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    const json = (await (await fileOf('json')).json()) as { readonly series: readonly unknown[] }
    expect(json.series).toHaveLength(2)
    const csv = await (await fileOf('csv', '?range=90d&v=1')).text()
    expect(csv.split('\r\n').length).toBeGreaterThan(150)
    expect(csv).toContain('lend.utilization:ethereum:WETH')
  })

  it('has a frame, in both languages, that says why where it cannot be shown', async () => {
    const frameOf = async (query: string) => {
      const answer = await embed(asked(`/embed/v1/utilisation${query}`), {
        params: Promise.resolve({ slug: 'utilisation' }),
      })
      return [answer.status, await answer.text()] as const
    }
    const [status, html] = await frameOf('?locale=zh-Hant&v=1')
    expect(status).toBe(200)
    expect(html).toContain('<html lang="zh-Hant">')
    expect(html).toContain('目前借出：USDC')
    const [refused, said] = await frameOf('?scale=log')
    expect([refused, said.includes('linear')]).toEqual([400, true])
  })

  it('unfolds where its link is pasted, and is listed', async () => {
    const url = encodeURIComponent(`${origin}/charts/utilisation`)
    const answer = await oembed(asked(`/api/oembed?url=${url}`))
    expect(await answer.text()).toContain('/embed/v1/utilisation')
    expect(await (await sitemap(asked('/sitemap.xml'))).text()).toContain('/charts/utilisation')
  })
})
