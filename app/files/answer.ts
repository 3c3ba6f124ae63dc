import { problemResponse } from '@/app/api/respond'
import { problemOf } from '@/lib/api/problem'
import { reportDefect } from '@/lib/server/app-runtime'

export const file = (body: string | Buffer, contentType: string): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'access-control-allow-origin': '*', 'content-type': contentType },
  })

/** What nothing can be added to is kept by everyone for good; what names a revision is so without a word. */
export const lasting = (response: Response, complete: boolean): Response => {
  if (complete) response.headers.set('cache-control', 'public, max-age=31536000, immutable')
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
