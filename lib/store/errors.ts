import { away, codeOf, failures, refusals } from './reasons'

/** Every way the store can fail, with its sentence: never a URL, a query or a value. */
const sentences = {
  folder: 'The folder of the store cannot be used',
  locked: 'The store is in use by another process.',
  newer: 'The store was written by a newer version of Sparkscope; start that one, or name another store.',
  unreachable: 'The database that DATABASE_URL names cannot be reached',
  refused: 'The database that DATABASE_URL names refused the login',
  failed: 'The database could not do what was asked',
  corrupt: 'What is stored is not what was put there.',
  conflict: 'What is given does not agree with what is stored.',
  closed: 'The store is closed.',
} as const

export type StoreErrorCode = keyof typeof sentences

/** A whole sentence stands beside the detail; a part of one is ended by it. */
const sentenceOf = (begin: string, detail: string | undefined): string => {
  if (begin.endsWith('.')) return detail === undefined ? begin : `${begin} ${detail}`
  return detail === undefined ? `${begin}.` : `${begin}: ${detail.replace(/\.$/, '')}.`
}

/** Why, and what to do, with the code that a search finds. */
const reasonOf = (reasons: Readonly<Record<string, string>>, code: string): string | undefined => {
  if (code === '') return undefined
  const shown = /^[0-9A-Z]{5}$/.test(code) ? `SQLSTATE ${code}` : code
  const why = reasons[code]
  return why === undefined ? shown : /^[a-z-]+$/.test(code) ? why : `${why} (${shown})`
}

/** Base of every failure of the store. Drivers' errors are never passed on, as they contain hosts, queries and values. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError'
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, detail?: string) {
    super(sentenceOf(sentences[code], detail))
    this.code = code
  }
}

/** Another process holds the folder: only one may. */
export class LockedError extends StoreError {
  override readonly name = 'LockedError'
  constructor(detail: string) {
    super('locked', detail)
  }
}

/** The database is away, or the connection was lost: trying again later may help. */
export class UnreachableError extends StoreError {
  override readonly name = 'UnreachableError'
  constructor(reason?: string) {
    super('unreachable', reasonOf(away, reason ?? ''))
  }
}

/** A stored row no longer hashes to its id: it is refused, never shown. */
export class CorruptError extends StoreError {
  override readonly name = 'CorruptError'
  constructor(detail: string) {
    super('corrupt', detail)
  }
}

/** History is given twice and differs: two networks, or a reorganised block, in one store. */
export class ConflictError extends StoreError {
  override readonly name = 'ConflictError'
  constructor(detail: string) {
    super('conflict', detail)
  }
}

/** Node's codes and SQLSTATEs of a connection that is not there or went away, and of work to be begun again. */
const LOST =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|closed|08...|57P0[1-5]|57014|53300|40001|40P01)$/
/** What the database says of its own files: pages, indexes, lengths that make no sense. */
const DAMAGED = /^XX00[0-2]$/
const LOGIN = /^(28...|3D000|no-password|no-ssl|certificate)$/

const textOf = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

/** A driver's error as a StoreError, of which only the code is kept. */
export function toStoreError(thrown: unknown): Error {
  if (thrown instanceof StoreError) return thrown
  let error = thrown
  // drizzle wraps the driver's error in one whose message lists the query and its parameters
  while (error instanceof Error && error.cause instanceof Error) error = error.cause
  // several addresses of one host are tried: each failed
  if (error instanceof AggregateError && error.errors[0] instanceof Error) error = error.errors[0]
  if (!(error instanceof Error)) return new StoreError('failed')
  const code = codeOf(textOf(error, 'code'), error.message)
  if (LOST.test(code)) return new UnreachableError(code)
  if (DAMAGED.test(code)) return new CorruptError(`(SQLSTATE ${code})`)
  if (LOGIN.test(code)) return new StoreError('refused', reasonOf(refusals, code))
  if (/^[0-9A-Z]{5}$/.test(code)) return new StoreError('failed', reasonOf(failures, code))
  // neither a driver's nor ours: a defect, which must not pass as an outage
  return error
}

/** Runs what is safe to run twice; once more where the connection was lost. Drivers' errors come out as StoreErrors. */
export async function guard<value>(run: () => Promise<value>): Promise<value> {
  try {
    return await run()
  } catch (first) {
    const error = toStoreError(first)
    if (!(error instanceof UnreachableError)) throw error
  }
  try {
    return await run()
  } catch (second) {
    throw toStoreError(second)
  }
}
