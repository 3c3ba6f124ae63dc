import { type Problem, problemJson, problemOf, problems, retrySeconds } from '@/lib/api/problem'
import { reportDefect } from '@/lib/server/app-runtime'

const open = { 'access-control-allow-origin': '*' }
const kinds = {
  live: 'public, max-age=5, stale-while-revalidate=60',
  pinned: 'public, max-age=31536000, immutable',
  fixed: 'public, max-age=300, stale-while-revalidate=3600',
} as const

export type Kind = keyof typeof kinds

/** For what passes by itself. */
export const retryHeaders = (status: number): Readonly<Record<string, string>> =>
  status === 503 ? { 'retry-after': String(retrySeconds) } : {}

export const problemResponse = (problem: Problem): Response => {
  const { status } = problems[problem.code]
  const type = 'application/problem+json; charset=utf-8'
  const headers = { ...open, ...retryHeaders(status), 'content-type': type, 'cache-control': 'no-store' }
  return new Response(JSON.stringify(problemJson(problem)), { status, headers })
}

type Answer = {
  readonly kind: Kind
  readonly type: 'application/json' | 'text/csv'
  readonly body: string
  /** The name it is saved under. */
  readonly file?: string
}

/** Runs a handler and answers with what it made, or with a problem; nothing of an unexpected error leaves the server. */
export const respondWith = async (make: () => Promise<Answer>): Promise<Response> => {
  try {
    const { kind, type, body, file } = await make()
    const headers = new Headers({ ...open, 'content-type': `${type}; charset=utf-8`, 'cache-control': kinds[kind] })
    if (file !== undefined) headers.set('content-disposition', `inline; filename="${file}"`)
    return new Response(body, { headers })
  } catch (error) {
    return problemResponse(problemOf(error, reportDefect))
  }
}

/** The same for a handler whose answer is JSON, and always of one kind. */
export const respond = (kind: Kind, answer: () => unknown): Promise<Response> =>
  respondWith(async () => ({ kind, type: 'application/json', body: JSON.stringify(await answer()) }))
