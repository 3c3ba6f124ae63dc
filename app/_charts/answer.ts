import { problemResponse } from '@/app/api/respond'
import { problemOf } from '@/lib/api/problem'

export const file = (body: string | Buffer, contentType: string): Response =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { 'access-control-allow-origin': '*', 'content-type': contentType },
  })

/** Answers with a file or with a problem. */
export const answerFile = async (make: () => Promise<Response>): Promise<Response> => {
  try {
    return await make()
  } catch (error) {
    return problemResponse(problemOf(error))
  }
}
