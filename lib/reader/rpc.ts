import { NodeError } from '../errors'

/** Larger answers are cut off unread: the biggest honest one is a few hundred kilobytes. */
const maxAnswerBytes = 8_000_000

export type RpcRequest = { readonly method: string; readonly params: readonly unknown[] }

/** What a node's refusal of one request calls for. Told apart by code and by words, which never leave this file. */
export type Refusal = 'too-big' | 'no-archive' | 'unknown-block' | 'rate-limited' | 'reverted' | 'other'

export type RpcAnswer = { readonly result: unknown } | { readonly refusal: Refusal }

/** The node will not take several requests in one: the same requests may pass one by one. */
export class BatchRefusedError extends Error {
  override readonly name = 'BatchRefusedError'
}

const words: readonly (readonly [Refusal, RegExp])[] = [
  ['rate-limited', /rate.?limit|too many requests|capacity|quota|throttl|exceeded.*(second|limit.*request)/i],
  [
    'no-archive',
    /archive|missing trie node|state.*(not available|unavailable|pruned)|historical state|header not found/i,
  ],
  ['unknown-block', /(block|header).*(not found|unknown)|unknown block|not canonical/i],
  ['reverted', /revert/i],
  [
    'too-big',
    /gas|returndata|response.*(size|large|big)|too large|too big|exceed|limit|timed? ?out|memory|batch size|content length/i,
  ],
]

const refusalOf = (error: { readonly code: number; readonly message: string }): Refusal => {
  if (error.code === -32005 || error.code === -32011 || error.code === 429) return 'rate-limited'
  return words.find(([, pattern]) => pattern.test(error.message))?.[0] ?? 'other'
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const errorIn = (item: unknown): { readonly code: number; readonly message: string } | null => {
  if (!isObject(item) || !isObject(item.error)) return null
  const { code, message } = item.error
  return { code: typeof code === 'number' ? code : 0, message: typeof message === 'string' ? message : '' }
}

const readBody = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maxAnswerBytes) {
      await reader.cancel()
      throw new NodeError('garbled')
    }
    text += decoder.decode(value, { stream: true })
  }
}

const post = async (url: string, body: string, timeoutMs: number): Promise<{ status: number; text: string }> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, text: await readBody(response) }
  } catch (error) {
    if (error instanceof NodeError) throw error
    const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    throw new NodeError(timedOut ? 'timeout' : 'unreachable')
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const failByStatus = (status: number): never => {
  if (status === 429) throw new NodeError('rate-limited')
  if (status >= 500) throw new NodeError('unreachable')
  if (status >= 400) throw new NodeError('refused')
  throw new NodeError('garbled')
}

/**
 * One HTTP request with one or several JSON-RPC requests. Answers in the order asked, whatever order the node used.
 * Throws NodeError (timeout, unreachable, rate-limited, refused, garbled) or BatchRefusedError.
 */
export const sendRpc = async (
  url: string,
  requests: readonly RpcRequest[],
  timeoutMs: number,
): Promise<readonly RpcAnswer[]> => {
  const numbered = requests.map((request, id) => ({ jsonrpc: '2.0', id, ...request }))
  const single = numbered.length === 1
  const { status, text } = await post(url, JSON.stringify(single ? numbered[0] : numbered), timeoutMs)
  const answer = parse(text)
  if (!single && !Array.isArray(answer)) {
    const error = errorIn(answer)
    if (status === 429 || (error && refusalOf(error) === 'rate-limited' && !/batch/i.test(error.message))) {
      throw new NodeError('rate-limited')
    }
    // An object instead of an array, or a client error, is how nodes say that they take no (or no such) batch.
    if (error || (status >= 400 && status < 500)) throw new BatchRefusedError()
    failByStatus(status)
  }
  const items: readonly unknown[] = single ? [answer] : Array.isArray(answer) ? answer : []
  const answers = requests.map((_, id): RpcAnswer | null => {
    const item = items.find((each) => isObject(each) && each.id === id)
    const error = errorIn(item)
    if (error) return { refusal: refusalOf(error) }
    return isObject(item) && item.result !== undefined ? { result: item.result } : null
  })
  if (answers.some((each) => each === null)) {
    const error = items.map(errorIn).find((each) => each !== null)
    if (error && !single) throw new BatchRefusedError()
    if (error) return [{ refusal: refusalOf(error) }]
    failByStatus(status)
  }
  const complete = answers.filter((each) => each !== null)
  if (complete.some((each) => 'refusal' in each && each.refusal === 'rate-limited')) throw new NodeError('rate-limited')
  return complete
}
