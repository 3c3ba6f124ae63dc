import { problemResponse } from '@/app/api/respond'
import { problemOf } from '@/lib/api/problem'
import { reportDefect } from '@/lib/server/app-runtime'
import { immutableHeader } from '@/lib/server/lifetimes'

export const file = (body: string | Buffer, contentType: string): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'access-control-allow-origin': '*', 'content-type': contentType },
  })

/** Marks what nothing can be added to any more; what names a revision needs no mark. */
export const markImmutable = (response: Response, complete: boolean): Response => {
  if (complete) response.headers.set('cache-control', immutableHeader['cache-control'])
  return response
}

/** Answers with a file or with a problem. */
export const answerFile = async (make: () => Promise<Response>): Promise<Response> => {
  try {
    return await make()
  } catch (error) {
    return problemResponse(problemOf(error, reportDefect))
  }
}
