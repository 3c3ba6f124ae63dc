import { type Problem, problemJson, problems, retrySeconds } from './problem'

/** Other sites may read every answer. */
const open = { 'access-control-allow-origin': '*' }

type Headers = Readonly<Record<string, string>>

/** For what passes by itself. */
export const retryHeaders = (status: number): Headers => (status === 503 ? { 'retry-after': String(retrySeconds) } : {})

export const problemResponse = (problem: Problem): Response => {
  const { status } = problems[problem.code]
  const headers = { ...open, ...retryHeaders(status), 'content-type': 'application/problem+json; charset=utf-8' }
  return new Response(JSON.stringify(problemJson(problem)), { status, headers })
}

/** What a handler made. */
export type Data = {
  readonly type: 'application/json' | 'text/csv'
  readonly body: string
  /** The name it is saved under. */
  readonly file?: string
}

export const dataResponse = ({ type, body, file }: Data, more: Headers): Response =>
  new Response(body, {
    headers: {
      ...open,
      'content-type': `${type}; charset=utf-8`,
      ...more,
      ...(file === undefined ? {} : { 'content-disposition': `inline; filename="${file}"` }),
    },
  })
