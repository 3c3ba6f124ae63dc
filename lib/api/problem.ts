import { ChartError } from '../charts/chart-error'

/** Every failure a handler can answer with. The codes are permanent; the sentences may change. */
export const problems = {
  'bad-parameter': { status: 400, title: 'A parameter holds a value it may not hold.' },
  'unknown-number': { status: 404, title: 'There is no number of this id.' },
  'unknown-metric': { status: 404, title: 'There is no metric of this id.' },
  'unknown-snapshot': { status: 404, title: 'No snapshot is stored at or before that moment, or under that id.' },
  'damaged-snapshot': {
    status: 404,
    title: 'This snapshot is damaged in the store and is refused; all others are unaffected.',
  },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'not-ready': { status: 503, title: 'The first snapshot has not been stored yet.' },
  busy: { status: 503, title: 'Too many pictures are being made: try again in a moment.' },
  'store-unavailable': { status: 503, title: 'What is stored cannot be asked just now: try again in a moment.' },
  'unknown-format': { status: 501, title: 'The answer is not made in this format.' },
  internal: { status: 500, title: 'The server failed to answer; what it knew before still stands.' },
} as const

export type ProblemCode = keyof typeof problems

/** What the server refuses before any handler is asked, or in its place. */
export const refusals = {
  'bad-request': { status: 400, title: 'The request is malformed.' },
  'method-not-allowed': { status: 405, title: 'Only GET and HEAD are answered.' },
  'url-too-long': { status: 414, title: 'The URL is too long.' },
  unavailable: { status: 503, title: 'The answer could not be made in time: try again in a moment.' },
} as const

export type RefusalCode = keyof typeof refusals

/** Every code with its status, in the order of these. */
export const allProblems: readonly { readonly code: ProblemCode | RefusalCode; readonly status: number }[] =
  // safe: the codes are the keys
  (Object.entries({ ...problems, ...refusals }) as [ProblemCode | RefusalCode, { readonly status: number }][])
    .map(([code, { status }]) => ({ code, status }))
    .sort((a, b) => a.status - b.status)

export const isProblemCode = (text: string): text is ProblemCode => Object.hasOwn(problems, text)

/** What the API throws: a code, and a sentence of ours that never repeats what was asked. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
  ) {
    super(detail ?? problems[code].title)
  }
}

/** As RFC 9457 has it; `type`, relative to where it was asked, leads to the method page's list of these codes. */
export const problemJson = ({ code, detail }: Problem) => ({
  type: `/method#problem-${code}`,
  code,
  status: problems[code].status,
  title: problems[code].title,
  ...(detail === undefined ? {} : { detail }),
})

/** Seconds after which it is worth asking again, where a problem passes by itself. */
export const retrySeconds = 5

/** By its name: Next's bundle has a copy of the class that is not the store's. */
const isUnavailable = (error: Error): boolean =>
  error.name === 'UnreachableError' ||
  (error.name === 'StoreError' && 'code' in error && (error.code === 'closed' || error.code === 'refused'))

/** What was thrown as a problem: nothing of an unexpected error leaves the server, `report` alone hears of it. */
export const problemOf = (error: unknown, report: (error: unknown) => void): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof ChartError) return new Problem(error.code, error.detail)
  if (error instanceof Error && error.name === 'CorruptError') return new Problem('damaged-snapshot')
  if (error instanceof Error && isUnavailable(error)) return new Problem('store-unavailable')
  report(error)
  return new Problem('internal')
}
