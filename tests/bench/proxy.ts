import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'

/** One HTTP request to a node and its answer, as bytes. */
export type Exchange = { readonly sent: Buffer; readonly received: Buffer }

/** Stands in front of a node and keeps what passes. */
export type CountingProxy = {
  readonly url: string
  readonly exchanges: readonly Exchange[]
  /** Forgets what has passed. */
  reset(): void
  stop(): Promise<void>
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The answer comes plain whatever the client accepts, so that every client's bytes are counted alike. */
const forward = (upstream: string, agent: Agent, sent: Buffer) =>
  new Promise<{ readonly status: number; readonly received: Buffer }>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': sent.length }
    const outgoing = request(upstream, { method: 'POST', agent, headers }, (answer) => {
      bodyOf(answer).then((received) => resolve({ status: answer.statusCode ?? 502, received }), reject)
    })
    outgoing.once('error', reject)
    outgoing.end(sent)
  })

export const startCountingProxy = async (upstream: string): Promise<CountingProxy> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const sockets = new Set<Socket>()
  const exchanges: Exchange[] = []
  const server = createServer((incoming, response) => {
    const pass = async () => {
      const sent = await bodyOf(incoming)
      const { status, received } = await forward(upstream, agent, sent)
      exchanges.push({ sent, received })
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': received.length })
      response.end(received)
    }
    pass().catch(() => response.destroy())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The counting proxy has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    exchanges,
    reset() {
      exchanges.length = 0
    },
    async stop() {
      agent.destroy()
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
