import { Problem, problemJson, problems } from '@/lib/api/problem'

const open = { 'access-control-allow-origin': '*' }
const kinds = {
  live: 'public, max-age=5, stale-while-revalidate=60',
  pinned: 'public, max-age=31536000, immutable',
  fixed: 'public, max-age=300, stale-while-revalidate=3600',
} as const

export type Kind = keyof typeof kinds

const problemResponse = (problem: Problem) =>
  new Response(JSON.stringify(problemJson(problem)), {
    status: problems[problem.code].status,
    headers: { ...open, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })

/** Runs a handler and answers with JSON, or with a problem; nothing of an unexpected error leaves the server. */
export const respond = async (kind: Kind, answer: () => unknown): Promise<Response> => {
  try {
    return new Response(JSON.stringify(await answer()), {
      headers: { ...open, 'content-type': 'application/json; charset=utf-8', 'cache-control': kinds[kind] },
    })
  } catch (error) {
    if (error instanceof Problem) return problemResponse(error)
    console.error(error instanceof Error ? error.name : 'A handler failed.')
    return problemResponse(new Problem('internal'))
  }
}
