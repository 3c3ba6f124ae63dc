import { GET as oembed } from '@/app/api/oembed/route'
import { GET as number } from '@/app/api/v1/numbers/[id]/route'
import { GET as numbers } from '@/app/api/v1/numbers/route'
import { GET as series } from '@/app/api/v1/series/route'
import { GET as embed } from '@/app/embed/v1/[slug]/route'
import { GET as files } from '@/app/files/charts/[slug]/[ext]/route'
import type { Upstream } from '@/lib/server/fill'

const answerTo = (request: Request): Response | Promise<Response> => {
  const { pathname } = new URL(request.url)
  const [, slug = '', ext = ''] = /^(?:\/zh-Hant)?\/charts\/([^/.]+)\.(svg|png|csv|json)$/.exec(pathname) ?? []
  if (ext !== '') return files(request, { params: Promise.resolve({ slug, ext }) })
  const framed = /^\/embed\/v1\/([^/]+)$/.exec(pathname)?.[1]
  if (framed !== undefined) return embed(request, { params: Promise.resolve({ slug: framed }) })
  const id = /^\/api\/v1\/numbers\/([^/]+)$/.exec(pathname)?.[1]
  if (id !== undefined) return number(request, { params: Promise.resolve({ id }) })
  if (pathname === '/api/v1/numbers') return numbers(request)
  if (pathname === '/api/v1/series') return series(request)
  if (pathname === '/api/oembed') return oembed(request)
  return new Response(null, { status: 404 })
}

/** The handlers of charts and numbers without Next around them: what stands behind the cache in their tests. */
export const chartHandlers: Upstream = async (request, response) => {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
  const answer = await answerTo(new Request(new URL(request.url ?? '/', 'http://localhost'), { headers }))
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}
