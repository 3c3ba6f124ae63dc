/** Every failure the API can answer with. The codes are permanent; the sentences may change. */
export const problems = {
  'bad-parameter': { status: 400, title: 'A parameter holds a value it may not hold.' },
  'unknown-number': { status: 404, title: 'There is no number of this id.' },
  'unknown-metric': { status: 404, title: 'There is no metric of this id.' },
  'unknown-snapshot': { status: 404, title: 'No snapshot is stored at or before that moment, or under that id.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'not-ready': { status: 503, title: 'The first snapshot has not been stored yet.' },
  busy: { status: 503, title: 'Too many pictures are being made: try again in a moment.' },
  'store-unavailable': { status: 503, title: 'What is stored cannot be asked just now: try again in a moment.' },
  internal: { status: 500, title: 'The server failed to answer; what it knew before still stands.' },
} as const

export type ProblemCode = keyof typeof problems

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
const isAway = (error: Error): boolean =>
  error.name === 'UnreachableError' ||
  (error.name === 'StoreError' && 'code' in error && (error.code === 'closed' || error.code === 'refused'))

/** What was thrown as a problem: nothing of an unexpected error leaves the server, its kind alone is logged. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof Error && isAway(error)) return new Problem('store-unavailable')
  console.error(error instanceof Error ? error.name : 'A handler failed.')
  return new Problem('internal')
}
