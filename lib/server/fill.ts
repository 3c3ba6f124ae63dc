import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** What answers behind the cache: Next's request handler. */
export type Upstream = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** An answer held whole in memory. */
export type UpstreamResponse = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

/** The upstream took too long or gave up half-way. */
export class FillError extends Error {
  override readonly name = 'FillError'
}

export type FillRequest = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Seconds until it is given up. */
  readonly seconds: number
  /** Aborted once nobody waits for the answer: the upstream then sees its connection closed. */
  readonly signal: AbortSignal
}

const createRequest = (socket: Socket, { url, headers }: FillRequest) => {
  const request = new IncomingMessage(socket)
  request.method = 'GET'
  request.url = url
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  for (const [name, value] of Object.entries(headers)) {
    request.headers[name] = value
    request.rawHeaders.push(name, value)
  }
  request.complete = true
  request.push(null)
  return request
}

const createResponse = (socket: Socket, request: IncomingMessage) => {
  const response = new ServerResponse(request)
  // Plain bytes behind the head, and every header kept where `getHeaders` finds it, also those given to `writeHead`.
  response.useChunkedEncodingByDefault = false
  response.sendDate = false
  response.setHeader('x-fill', '1')
  response.removeHeader('x-fill')
  response.assignSocket(socket)
  return response
}

/**
 * Asks the upstream without a socket, so that a reader who leaves aborts nothing for those who wait for the same.
 * Throws FillError on time-out and on an answer cut short: the upstream sees its connection closed. Where it is aborted, not
 * before the upstream has ended its work.
 */
export const fillFrom = (upstream: Upstream, asked: FillRequest): Promise<UpstreamResponse> => {
  const { seconds, signal } = asked
  const chunks: Buffer[] = []
  const pipe = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
    decodeStrings: true,
    // Never full: the upstream would wait for a `drain` that only node's own server passes on.
    writableHighWaterMark: Number.MAX_SAFE_INTEGER,
  })
  // safe: of a socket, request and response use only what every duplex stream has
  const socket = pipe as Socket
  const request = createRequest(socket, asked)
  const response = createResponse(socket, request)
  const abort = () => socket.destroy()
  let timer: NodeJS.Timeout | undefined
  return new Promise<UpstreamResponse>((resolve, reject) => {
    timer = setTimeout(() => reject(new FillError('The page took too long to make.')), seconds * 1000)
    response.once('finish', () => {
      const all = Buffer.concat(chunks)
      const head = all.indexOf('\r\n\r\n')
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: all.subarray(head + 4) })
    })
    const working = Promise.resolve().then(() => upstream(request, response))
    const cutShort = () => reject(new FillError('The page was cut short.'))
    response.once('close', () => (signal.aborted ? working.finally(cutShort) : cutShort()))
    working.catch(reject)
    signal.addEventListener('abort', abort)
  }).finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
    socket.destroy()
  })
}
