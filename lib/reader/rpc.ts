import { NodeError } from '../errors'
import { type Refusal, type RpcError, refusalOf } from './refusal'

/** Reading stops at this size: the largest valid answer is a few hundred kilobytes. */
const maxAnswerBytes = 8_000_000

export type RpcRequest = { readonly method: string; readonly params: readonly unknown[] }
export type RpcAnswer = { readonly result: unknown } | { readonly refusal: Refusal }

/** One HTTP request with one or several JSON-RPC requests; throws as `createTransport` says. */
export type Transport = (requests: readonly RpcRequest[], timeoutMs: number) => Promise<readonly RpcAnswer[]>

/** The node refuses a batch of this size: the same requests may pass in smaller ones. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError'
}

/** The connection broke: often because the node closed it while idle, so a new one may work. */
export class ConnectionLostError extends NodeError {
  constructor() {
    super('unreachable')
  }
}

const lostCodes: readonly unknown[] = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']

const isLost = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && lostCodes.includes(error.code)) || isLost(error.cause))

type Target = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** A % that encodes nothing is kept. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Moves user and password from the URL to a header: fetch refuses URLs with credentials. */
const targetOf = (text: string): Target => {
  const headers = { 'content-type': 'application/json' }
  if (!URL.canParse(text)) return { url: text, headers }
  const url = new URL(text)
  const user = `${decoded(url.username)}:${decoded(url.password)}`
  if (user === ':') return { url: text, headers }
  url.username = ''
  url.password = ''
  return { url: url.href, headers: { ...headers, authorization: `Basic ${Buffer.from(user).toString('base64')}` } }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const errorIn = (item: unknown): RpcError | null => {
  if (!isObject(item) || !isObject(item.error)) return null
  const { code, message } = item.error
  return { code: typeof code === 'number' ? code : 0, message: typeof message === 'string' ? message : '' }
}

const readBody = async (response: Response, signal: AbortSignal): Promise<string> => {
  const reader = response.body?.getReader()
  if (!reader) return ''
  // fetch keeps only a weak reference from the signal to the body: once collected, a slow body would be read for ever.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    signal.throwIfAborted()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maxAnswerBytes) {
      await reader.cancel()
      throw new NodeError('garbled')
    }
    text += decoder.decode(value, { stream: true })
  }
}

type Reply = { readonly status: number; readonly text: string }

const post = async ({ url, headers }: Target, body: string, timeoutMs: number): Promise<Reply> => {
  const timeout = new AbortController()
  const { signal } = timeout
  const timer = setTimeout(() => timeout.abort(new DOMException('The node took too long.', 'TimeoutError')), timeoutMs)
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal })
    return { status: response.status, text: await readBody(response, signal) }
  } catch (error) {
    if (error instanceof NodeError) throw error
    if (isLost(error)) throw new ConnectionLostError()
    const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    throw new NodeError(timedOut ? 'timeout' : 'unreachable')
  } finally {
    clearTimeout(timer)
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const throwForStatus = (status: number): never => {
  if (status === 429) throw new NodeError('rate-limited')
  if (status >= 500) throw new NodeError('unreachable')
  if (status >= 400) throw new NodeError('refused')
  throw new NodeError('garbled')
}

/** An error in place of the answers: about the batch, or a failure that a smaller batch would not avoid. */
const throwForBatch = (error: RpcError | null, { status, text }: Reply): never => {
  const refusal = error && refusalOf(error)
  if (status === 429 || refusal === 'rate-limited') throw new NodeError('rate-limited')
  if (refusal === 'no-archive') throw new NodeError('no-archive')
  if (refusal === 'unknown-block') throw new NodeError('lagging')
  if (status === 401 || status === 403) throw new NodeError('refused')
  // Nodes refuse batches with an object instead of an array, or with a client error.
  if (error || (status >= 400 && (status < 500 || /\bbatch/i.test(text)))) throw new BatchRefusedError()
  return throwForStatus(status)
}

const answerOf = (item: unknown): RpcAnswer | null => {
  const error = errorIn(item)
  if (error) return { refusal: refusalOf(error) }
  return isObject(item) && item.result !== undefined ? { result: item.result } : null
}

const answersOf = (reply: Reply, count: number): readonly RpcAnswer[] => {
  const body = parse(reply.text)
  if (count > 1 && !Array.isArray(body)) throwForBatch(errorIn(body), reply)
  if (count === 1 && reply.status === 413) return [{ refusal: 'too-big' }]
  const items: readonly unknown[] = count > 1 && Array.isArray(body) ? body : [body]
  const byId = new Map(items.map((item) => [isObject(item) ? item.id : undefined, item]))
  const answers = Array.from({ length: count }, (_, id) => answerOf(byId.get(id)))
  const complete = answers.filter((each) => each !== null)
  if (complete.length === count) return complete
  // An error without a request's id (`id: null`) is about all of them.
  const error = items.map(errorIn).find((each) => each !== null)
  if (error && count === 1) return [{ refusal: refusalOf(error) }]
  return error ? throwForBatch(error, reply) : throwForStatus(reply.status)
}

/**
 * Sends requests to one node. Answers come in the order asked, whatever order the node used.
 * Throws NodeError (timeout, unreachable, rate-limited, refused, garbled, no-archive, lagging) or BatchRefusedError.
 */
export const createTransport = (url: string): Transport => {
  const target = targetOf(url)
  return async (requests, timeoutMs) => {
    const numbered = requests.map((request, id) => ({ jsonrpc: '2.0', id, ...request }))
    const body = JSON.stringify(numbered.length === 1 ? numbered[0] : numbered)
    const answers = answersOf(await post(target, body, timeoutMs), requests.length)
    const refusals = answers.flatMap((each) => ('refusal' in each ? [each.refusal] : []))
    if (refusals.includes('rate-limited')) throw new NodeError('rate-limited')
    if (requests.length > 1 && refusals.includes('batch')) throw new BatchRefusedError()
    return answers
  }
}
