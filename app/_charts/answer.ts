import { Problem, problemJson, problems } from '@/lib/api/problem'
import { Busy } from './picture'

const open = { 'access-control-allow-origin': '*' }

export const file = (body: string | Buffer, contentType: string): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { ...open, 'content-type': contentType },
  })

const problemFile = (problem: Problem): Response =>
  new Response(JSON.stringify(problemJson(problem)), {
    status: problems[problem.code].status,
    headers: { ...open, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })

const busy = (): Response =>
  new Response('Too many pictures are being made: try again in a moment.\n', {
    status: 503,
    headers: { ...open, 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' },
  })

/** Answers with a file or with a problem; nothing of an unexpected error leaves the server. */
export const answerFile = async (make: () => Promise<Response>): Promise<Response> => {
  try {
    return await make()
  } catch (error) {
    if (error instanceof Problem) return problemFile(error)
    if (error instanceof Busy) return busy()
    console.error(error instanceof Error ? error.name : 'A chart failed.')
    return problemFile(new Problem('internal'))
  }
}
