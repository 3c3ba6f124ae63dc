import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What a client may hold of the process without using it. */
export type ConnectionLimits = {
  /** Connections at once. */
  readonly most: number
  /** Of them without a question: those that say nothing, and those kept for a next one. The oldest gives way. */
  readonly mostSilent: number
  /** Of them with an answer that is not taken. The oldest gives way. */
  readonly mostUnread: number
  /** Milliseconds until a question's head has come. */
  readonly headTime: number
  /** Milliseconds until a question has come whole. */
  readonly requestTime: number
  /** Milliseconds for which a connection is kept for a next question. */
  readonly keptTime: number
  /** Milliseconds without a byte either way; more than an answer waits for its turn and takes to make. */
  readonly stallTime: number
  /** Milliseconds within which an answer must be taken, however slowly it is read. */
  readonly readTime: number
}

export const connectionLimits: ConnectionLimits = {
  most: 2_048,
  mostSilent: 512,
  mostUnread: 128,
  headTime: 10_000,
  requestTime: 20_000,
  keptTime: 65_000,
  stallTime: 45_000,
  readTime: 120_000,
}

/** A set of sockets of which the oldest is closed where there are too many. */
const createBounded = (most: number) => {
  const sockets = new Set<Socket>()
  return {
    add(socket: Socket) {
      sockets.delete(socket)
      sockets.add(socket)
      const [oldest] = sockets
      if (sockets.size <= most || oldest === undefined) return
      sockets.delete(oldest)
      oldest.destroy()
    },
    delete: (socket: Socket) => sockets.delete(socket),
  }
}

/** Holds a server to the limits: silence and answers that nobody takes end in time, and are never too many. */
export const limitConnections = (server: Server, limits: ConnectionLimits) => {
  const silent = createBounded(limits.mostSilent)
  const unread = createBounded(limits.mostUnread)
  server.maxConnections = limits.most
  server.keepAliveTimeout = limits.keptTime
  // without a listener node closes a socket on which nothing has moved for so long, whoever was to move it
  server.timeout = limits.stallTime
  server.on('connection', (socket: Socket) => {
    silent.add(socket)
    socket.once('close', () => {
      silent.delete(socket)
      unread.delete(socket)
    })
  })
  // before the handler, which may answer at once
  server.prependListener('request', ({ socket }, response: ServerResponse) => {
    silent.delete(socket)
    let late: NodeJS.Timeout | undefined
    response.once('prefinish', () => {
      unread.add(socket)
      late = setTimeout(() => socket.destroy(), limits.readTime).unref()
    })
    response.once('close', () => {
      clearTimeout(late)
      unread.delete(socket)
      if (!socket.destroyed) silent.add(socket)
    })
  })
}
