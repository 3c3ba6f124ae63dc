import { type FailureCode, NodeError } from '../errors'

/** Reading stops at this size, counted after decompression: the largest valid answer is a few hundred kilobytes. */
const maxAnswerBytes = 8_000_000

/** The connection broke: often because the node closed it while idle, so a new one may work. */
export class ConnectionLostError extends NodeError {
  constructor() {
    super('unreachable')
  }
}

const longRestSeconds = 6 * 3_600

/**
 * A failure that lasts: hours where it has moved, is withdrawn or unknown or refuses the key, or as long as the node says.
 */
export class LastingError extends NodeError {
  readonly seconds: number
  constructor(code: FailureCode, seconds = longRestSeconds) {
    super(code)
    this.seconds = Math.min(seconds, longRestSeconds)
  }
}

export type Reply = {
  readonly status: number
  readonly text: string
  /** Seconds after which the node wants to be asked again, where it says so. */
  readonly retryAfter?: number
}

export type Target = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

const lostCodes: readonly unknown[] = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']

/** Whether an error, or one that caused it, has one of these codes. */
const hasCode = (error: unknown, codes: readonly unknown[]): boolean =>
  error instanceof Error && (('code' in error && codes.includes(error.code)) || hasCode(error.cause, codes))

/** A % that encodes nothing is kept. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Moves user and password from the URL to a header: fetch refuses URLs with credentials. */
export const targetOf = (text: string): Target => {
  const headers = { 'content-type': 'application/json' }
  if (!URL.canParse(text)) return { url: text, headers }
  const url = new URL(text)
  const user = `${decoded(url.username)}:${decoded(url.password)}`
  if (user === ':') return { url: text, headers }
  url.username = ''
  url.password = ''
  return { url: url.href, headers: { ...headers, authorization: `Basic ${Buffer.from(user).toString('base64')}` } }
}

const readBody = async (response: Response, signal: AbortSignal): Promise<string> => {
  const reader = response.body?.getReader()
  if (!reader) return ''
  // fetch keeps only a weak reference from the signal to the body: once collected, a slow body would be read for ever.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
  // A byte order mark at the start is left out.
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

/** Seconds of a Retry-After header, which holds seconds or a date; 0 where there is none. */
const retryAfterOf = ({ headers }: Response): number => {
  const text = headers.get('retry-after') ?? ''
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1000)
  return Number.isNaN(seconds) ? 0 : Math.max(0, seconds)
}

const isRedirect = (status: number) => status >= 300 && status < 400 && status !== 304

const failureOf = (error: unknown): NodeError => {
  if (error instanceof NodeError) return error
  if (hasCode(error, lostCodes)) return new ConnectionLostError()
  if (hasCode(error, ['ENOTFOUND'])) return new LastingError('unreachable')
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
  return new NodeError(timedOut ? 'timeout' : 'unreachable')
}

/**
 * One HTTP request. A redirect is not followed: the request, and a key in it, would go to a host that nobody named.
 * Throws NodeError (timeout, unreachable, garbled, moved).
 */
export const post = async ({ url, headers }: Target, body: string, timeoutMs: number): Promise<Reply> => {
  const timeout = new AbortController()
  const { signal } = timeout
  const timer = setTimeout(() => timeout.abort(new DOMException('The node took too long.', 'TimeoutError')), timeoutMs)
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    const { status } = response
    if (!isRedirect(status))
      return { status, text: await readBody(response, signal), retryAfter: retryAfterOf(response) }
    await response.body?.cancel()
    throw new LastingError('moved')
  } catch (error) {
    throw failureOf(error)
  } finally {
    clearTimeout(timer)
  }
}
