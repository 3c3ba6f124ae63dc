import { type Problem, problemJson, problemOf, problems, retrySeconds } from '@/lib/api/problem'
import { reportDefect } from '@/lib/server/app-runtime'
import { immutableHeader } from '@/lib/server/lifetimes'

const open = { 'access-control-allow-origin': '*' }
/** For what passes by itself. */
export const retryHeaders = (status: number): Readonly<Record<string, string>> =>
  status === 503 ? { 'retry-after': String(retrySeconds) } : {}

export const problemResponse = (problem: Problem): Response => {
  const { status } = problems[problem.code]
  const type = 'application/problem+json; charset=utf-8'
  const headers = { ...open, ...retryHeaders(status), 'content-type': type }
  return new Response(JSON.stringify(problemJson(problem)), { status, headers })
}

type Answer = {
  /** Whether nothing can be added to it any more. */
  readonly immutable: boolean
  readonly type: 'application/json' | 'text/csv'
  readonly body: string
  /** The name it is saved under. */
  readonly file?: string
}

/** Runs a handler and answers with what it made, or with a problem; nothing of an unexpected error leaves the server. */
export const respondWith = async (make: () => Promise<Answer>): Promise<Response> => {
  try {
    const { immutable, type, body, file } = await make()
    const headers = new Headers({
      ...open,
      'content-type': `${type}; charset=utf-8`,
      ...(immutable ? immutableHeader : {}),
    })
    if (file !== undefined) headers.set('content-disposition', `inline; filename="${file}"`)
    return new Response(body, { headers })
  } catch (error) {
    return problemResponse(problemOf(error, reportDefect))
  }
}

/** The same for a handler whose answer is JSON. */
export const respond = (answer: () => unknown, { immutable = false } = {}): Promise<Response> =>
  respondWith(async () => ({ immutable, type: 'application/json', body: JSON.stringify(await answer()) }))
