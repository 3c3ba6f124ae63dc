import { createServer, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type Answer, bytesOf, distorted, type Fault, type Message, misread, refusal } from './faults'

export type { Fault } from './faults'

export type FaultProxy = {
  readonly url: string
  /** The node behind it: may be changed to one of another chain. */
  upstream: string
  fault: Fault | null
  /** HTTP requests since the last `reset`. */
  requests: number
  /** Bytes returned by each `eth_call` since the last `reset`; null where it was refused. */
  readonly ethCalls: (number | null)[]
  readonly methods: string[]
  reset(): void
  stop(): Promise<void>
}

const reply = (response: ServerResponse, status: number, type: string, body: string) => {
  response.writeHead(status, { 'content-type': type })
  response.end(body)
}

/** What a fault answers before any node is asked; false where a node has to be asked. */
const answeredAtOnce = (
  response: ServerResponse,
  messages: readonly Message[],
  isBatch: boolean,
  fault: Fault | null,
) => {
  const json = (status: number, body: unknown) => reply(response, status, 'application/json', JSON.stringify(body))
  switch (fault?.kind) {
    case 'hang':
      return true
    case 'reset':
    case 'reset-once':
      response.socket?.resetAndDestroy()
      return true
    case 'drip': {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
      return true
    }
    case 'oversize':
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(`"${'a'.repeat(9_000_000)}"`)
      return true
    case 'redirect':
      response.writeHead(302, { location: 'http://127.0.0.1:9/', 'set-cookie': 'seen=1' })
      response.end()
      return true
    case 'unauthorized':
      reply(response, 401, 'text/plain', 'Unauthorized')
      return true
    case 'object-200':
      json(200, { message: 'Too many requests, please try again later', status: 429 })
      return true
    case 'text-429':
      reply(response, 429, 'text/plain', 'slow down')
      return true
    case 'json-429':
      json(429, refusal(null, -32011, 'network error'))
      return true
    case 'html-502':
      reply(response, 502, 'text/html', '<html><h1>Bad gateway</h1></html>')
      return true
    case 'html-200':
      reply(response, 200, 'text/html', '<html>Welcome</html>')
      return true
    case 'forbidden':
      json(403, refusal(null, -32000, 'invalid key'))
      return true
    case 'no-batch':
      if (isBatch) json(200, refusal(null, -32600, 'Invalid request'))
      return isBatch
    case 'no-batch-text':
      if (isBatch) reply(response, 500, 'text/plain', 'Batch of more than 1 requests are not allowed')
      return isBatch
    case 'batch-above':
      if (messages.length <= fault.most) return false
      json(500, refusal(null, 31, `Batch of more than ${fault.most} requests are not allowed on free tier`))
      return true
    default:
      return false
  }
}

/** Stands in front of a node, counts, and spoils what it is told to spoil. */
export const startFaultProxy = async (upstream: string): Promise<FaultProxy> => {
  const sockets = new Set<Socket>()

  const ask = async (body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(proxy.upstream, { method: 'POST', headers, body: JSON.stringify(body) })
    return response.json()
  }
  const head = async () => {
    const { result } = (await ask({ jsonrpc: '2.0', id: 1, method: 'eth_blockNumber', params: [] })) as {
      result: string
    }
    return BigInt(result)
  }

  const serve = async (text: string, response: ServerResponse) => {
    const knowsHash = proxy.fault?.kind !== 'flaky-hash' || proxy.requests % 2 === 1
    const fault: Fault | null = knowsHash ? proxy.fault : { kind: 'no-such-hash' }
    if (fault?.kind === 'reset-once') proxy.fault = null
    const body = JSON.parse(text) as Message | readonly Message[]
    const isBatch = Array.isArray(body)
    const messages = (isBatch ? body : [body]) as readonly Message[]
    proxy.requests += 1
    proxy.methods.push(...messages.map(({ method }) => method))
    if (answeredAtOnce(response, messages, isBatch, fault)) return
    const asked = await Promise.all(messages.map((message) => misread(message, fault, head)))
    const answers = (await ask(asked)) as readonly Answer[]
    const spoilt = messages.map((message) => {
      const found = answers.find(({ id }) => id === message.id) ?? refusal(message.id, -32603, 'no answer')
      const answer = distorted(found, message, fault)
      if (message.method === 'eth_call') proxy.ethCalls.push(answer.error ? null : bytesOf(answer.result))
      return answer
    })
    if (fault?.kind === 'shuffled') spoilt.reverse()
    if (fault?.kind === 'missing-answer') spoilt.pop()
    if (fault?.kind === 'two-answers') spoilt.push(...spoilt.map((each) => ({ ...each, result: '0xdead' })))
    const said = JSON.stringify(isBatch || fault?.kind === 'two-answers' ? spoilt : (spoilt[0] ?? {}))
    const send = () => reply(response, 200, 'application/json', fault?.kind === 'truncated' ? said.slice(0, -20) : said)
    if (fault?.kind === 'late') setTimeout(send, fault.ms).unref()
    else send()
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      serve(Buffer.concat(chunks).toString(), response).catch(() => response.destroy())
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.')

  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${address.port}`,
    upstream,
    fault: null,
    requests: 0,
    ethCalls: [],
    methods: [],
    reset() {
      proxy.requests = 0
      proxy.ethCalls.length = 0
      proxy.methods.length = 0
    },
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return proxy
}
