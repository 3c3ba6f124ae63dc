import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** What answers behind the cache: Next's request handler. */
export type Upstream = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** An answer held whole in memory. */
export type UpstreamResponse = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

/** The upstream took too long or gave up half-way, or too many are waiting for it. */
export class FillError extends Error {
  override readonly name = 'FillError'
}

export type FillRequest = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Seconds until it is given up. */
  readonly seconds: number
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
 * Throws FillError on time-out and on an answer cut short; on time-out the upstream sees its connection closed.
 */
export const fillFrom = (upstream: Upstream, asked: FillRequest): Promise<UpstreamResponse> => {
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
  return new Promise<UpstreamResponse>((resolve, reject) => {
    const timer = setTimeout(() => reject(new FillError('The page took too long to make.')), asked.seconds * 1000)
    response.once('finish', () => {
      clearTimeout(timer)
      const all = Buffer.concat(chunks)
      const head = all.indexOf('\r\n\r\n')
      resolve({ status: response.statusCode, headers: response.getHeaders(), body: all.subarray(head + 4) })
    })
    response.once('close', () => {
      clearTimeout(timer)
      reject(new FillError('The page was cut short.'))
    })
    Promise.resolve()
      .then(() => upstream(request, response))
      .catch((error: unknown) => {
        clearTimeout(timer)
        reject(error)
      })
  }).finally(() => socket.destroy())
}

/** Lets `running` fills run and `waiting` more wait; throws FillError for any beyond. */
export const limitFills = (running: number, waiting: number) => {
  const queue: (() => void)[] = []
  let active = 0
  return async <result>(fill: () => Promise<result>): Promise<result> => {
    if (active >= running) {
      if (queue.length >= waiting) throw new FillError('Too many pages are being made.')
      await new Promise<void>((go) => queue.push(go))
    } else active += 1
    try {
      return await fill()
    } finally {
      const next = queue.shift()
      if (next) next()
      else active -= 1
    }
  }
}
