import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Env } from '../env'

/** The address cannot be listened on; its message is one sentence. */
export class PortError extends Error {
  override readonly name = 'PortError'
}

const sentences: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `PORT holds ${port}, and something else listens there already; it may hold any free port.`,
  EACCES: (port) => `PORT holds ${port}, which this user may not listen on; it may hold any free port above 1023.`,
  EADDRNOTAVAIL: (_, host) => `HOST holds "${host}", which is no address of this machine; it may hold one of those.`,
  ENOTFOUND: (_, host) =>
    `HOST holds "${host}", which no address is known for; it may hold an address of this machine.`,
}

/** Listens and answers the URL. Throws PortError. */
export const listen = async (server: Server, { port, host }: Pick<Env, 'port' | 'host'>): Promise<string> => {
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    const sentence = sentences[error.code ?? '']?.(port, host)
    if (sentence !== undefined) throw new PortError(sentence)
    if (error.syscall === undefined) throw error
    throw new PortError(
      `HOST and PORT hold "${host}" and ${port}, where nothing may listen (${error.code}); try others.`,
    )
  })
  // safe: a server that listens on a port has an address with one
  const { port: bound } = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host.replace(/^(0\.0\.0\.0|127\.0\.0\.1)$/, 'localhost')}:${bound}`
}

/** How long requests in flight may take to end once the process is to stop. */
const drainSeconds = 5

/** Stops listening and waits for the requests in flight. */
export const closeServer = async (server: Server) => {
  if (!server.listening) return
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  // A keep-alive connection becomes idle when its response is sent: repeated until none is left.
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const timeout = setTimeout(() => server.closeAllConnections(), drainSeconds * 1000)
  await closed
  clearInterval(idle)
  clearTimeout(timeout)
}
