import { Problem, problemOf } from '@/lib/api/problem'
import { type Data, dataResponse, problemResponse } from '@/lib/api/response'
import { reportDefect } from '@/lib/server/app-runtime'
import { immutableHeader } from '@/lib/server/lifetimes'

/** `immutable`: nothing can be added to it any more. */
type Answer = Data & { readonly immutable: boolean }

/** Runs a handler and answers with what it made, or with a problem; nothing of an unexpected error leaves the server. */
export const respondWith = async (make: () => Promise<Answer>): Promise<Response> => {
  try {
    const { immutable, ...data } = await make()
    return dataResponse(data, immutable ? immutableHeader : {})
  } catch (error) {
    // nobody waits for what was aborted
    if (error instanceof Error && error.name === 'AbortError') return problemResponse(new Problem('busy'))
    return problemResponse(problemOf(error, reportDefect))
  }
}

/** The same for a handler whose answer is JSON. */
export const respond = (answer: () => unknown, { immutable = false } = {}): Promise<Response> =>
  respondWith(async () => ({ immutable, type: 'application/json', body: JSON.stringify(await answer()) }))
