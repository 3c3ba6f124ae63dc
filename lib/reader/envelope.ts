import { NodeError } from '../errors'
import { LastingError, type Reply } from './http-post'
import { type Refusal, type RpcError, refusalOf } from './refusal'

// JSON-RPC answers as nodes really write them: liberal in what cannot change their meaning (order, fields beside the
// known ones, ids as text, upper-case hex), strict in what can (ids, twofold answers, missing ones).

export type RpcAnswer = { readonly result: unknown } | { readonly refusal: Refusal }

/** The node refuses a batch of this size: the same requests may pass in smaller ones. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError'
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Far more lists and objects than any valid answer has. */
const mostOpenings = 100_000

const opensMoreThan = (most: number, text: string, bracket: '[' | '{'): boolean => {
  let count = 0
  for (let at = text.indexOf(bracket); at !== -1 && count <= most; at = text.indexOf(bracket, at + 1)) count += 1
  return count > most
}

/** undefined for what is not JSON, and for brackets by the million, which take seconds to parse. */
const parse = (text: string): unknown => {
  if (opensMoreThan(mostOpenings, text, '[') || opensMoreThan(mostOpenings, text, '{')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const firstText = (...values: readonly unknown[]): string => values.find((each) => typeof each === 'string') ?? ''

const firstCode = (...values: readonly unknown[]): number => {
  const numbers = values.map((each) => (typeof each === 'string' && each !== '' ? Number(each) : each))
  return numbers.find((each): each is number => typeof each === 'number' && Number.isInteger(each)) ?? 0
}

/** The error of an answer: an object, but a text with some gateways. */
const errorOf = (error: unknown): RpcError | null => {
  if (!error) return null
  if (!isObject(error)) return { code: 0, message: String(error) }
  const { code, message, data } = error
  const detail = typeof data === 'string' && !data.startsWith('0x') ? ` ${data}` : ''
  return { code: firstCode(code), message: `${firstText(message)}${detail}` }
}

/** The error of a body that answers no request by its id; gateways put theirs where JSON-RPC has no place for it. */
const errorInBody = (body: unknown): RpcError | null => {
  if (!isObject(body) || Array.isArray(body) || (body.result !== undefined && body.result !== null)) return null
  const { error, code, status, statusCode, message, msg, detail } = body
  const own = errorOf(error)
  const beside = { code: firstCode(code, statusCode, status), message: firstText(message, msg, detail) }
  if (own === null) return beside.code === 0 && beside.message === '' ? null : beside
  return { code: own.code || beside.code, message: `${own.message} ${beside.message}`.trim() }
}

/** The id of an answer; null where it has none that could be one of ours. */
const idOf = (item: unknown): number | null => {
  if (!isObject(item)) return null
  if (typeof item.id === 'number') return item.id
  return typeof item.id === 'string' && /^\d{1,15}$/.test(item.id) ? Number(item.id) : null
}

const normalized = (result: unknown): unknown =>
  typeof result === 'string' && /^0x[0-9a-f]*$/i.test(result) ? result.toLowerCase() : result

/** Throws NodeError where an answer says two things, or none. */
const answerOf = ({ result, error }: Fields): RpcAnswer => {
  const failed = errorOf(error)
  if (failed && (result === undefined || result === null)) return { refusal: refusalOf(failed) }
  if (failed || result === undefined) throw new NodeError('garbled')
  return { result: normalized(result) }
}

/** A key is missing or refused; without any JSON-RPC also: nothing is here (any more). */
const keyStatuses: readonly number[] = [401, 402, 403, 407]
const closedStatuses: readonly number[] = [...keyStatuses, 404, 405, 410, 451]

/** Throws for a refusal that no other form of the same requests would avoid. */
const throwForRefusal = (refusal: Refusal, { status, retryAfter }: Reply) => {
  if (refusal === 'rate-limited') throw new LastingError('rate-limited', retryAfter ?? 0)
  if (refusal === 'withdrawn' || (refusal === 'other' && keyStatuses.includes(status)))
    throw new LastingError('refused')
}

const throwForStatus = (status: number): never => {
  if (closedStatuses.includes(status)) throw new LastingError('refused')
  throw new NodeError(status >= 500 ? 'unreachable' : status >= 400 ? 'refused' : 'garbled')
}

/** No answers, but perhaps one error in place of all of them: about the batch, or about the node. */
const throwForAll = (error: RpcError | null, reply: Reply): never => {
  const { status, text } = reply
  const refusal = error && refusalOf(error)
  if (refusal) throwForRefusal(refusal, reply)
  if (refusal === null && closedStatuses.includes(status)) return throwForStatus(status)
  if (refusal === 'no-archive') throw new NodeError('no-archive')
  if (refusal === 'unknown-block') throw new NodeError('lagging')
  // Nodes refuse batches with an object instead of an array, or with a client error.
  if (error || (status >= 400 && (status < 500 || /\bbatch/i.test(text)))) throw new BatchRefusedError()
  return throwForStatus(status)
}

const isSame = (one: RpcAnswer, other: RpcAnswer): boolean => {
  try {
    return JSON.stringify(one) === JSON.stringify(other)
  } catch {
    // Nested deeper than can be written.
    return false
  }
}

/** Answers by id. Throws NodeError where one has an id that was not asked, or where two of one id differ. */
const answersById = (items: readonly unknown[], ids: readonly number[]): ReadonlyMap<number, RpcAnswer> => {
  const found = new Map<number, RpcAnswer>()
  for (const item of items) {
    const id = idOf(item)
    if (id === null || !ids.includes(id) || !isObject(item)) throw new NodeError('garbled')
    const answer = answerOf(item)
    const before = found.get(id)
    if (before && !isSame(before, answer)) throw new NodeError('garbled')
    found.set(id, answer)
  }
  return found
}

/**
 * The answers of a reply in the order of the ids, whatever order the node used. One request may be answered with a list
 * of one; several never with a single answer.
 * Throws NodeError (rate-limited, refused, unreachable, garbled, no-archive, lagging) or BatchRefusedError.
 */
export const answersOf = (reply: Reply, ids: readonly number[]): readonly RpcAnswer[] => {
  const { status, text } = reply
  if (status === 429) throw new LastingError('rate-limited', reply.retryAfter ?? 0)
  const single = ids.length === 1
  if (single && status === 413) return [{ refusal: 'too-big' }]
  const body = parse(text)
  const items: readonly unknown[] = Array.isArray(body) ? body : [body]
  const general = items.find((item) => idOf(item) === null && errorInBody(item) !== null)
  const error = general === undefined ? null : errorInBody(general)
  if (error && single) {
    const refusal = refusalOf(error)
    throwForRefusal(refusal, reply)
    return [{ refusal }]
  }
  if (error || !isObject(body) || (!single && !Array.isArray(body)))
    return throwForAll(error ?? errorInBody(body), reply)
  const found = answersById(items, ids)
  const answers = ids.flatMap((id) => found.get(id) ?? [])
  for (const each of answers) if ('refusal' in each) throwForRefusal(each.refusal, reply)
  return answers.length === ids.length ? answers : throwForStatus(status)
}
