import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { type ConnectionLimits, connectionLimits, limitConnections } from '@/lib/server/connections'
import { listenOn } from './fake-site'

/** More than the system takes from the process in advance. */
const large = Buffer.alloc(64 * 1024 * 1024, 'x')

/** The ends of the connections as the server sees them, in their order. */
let served: Promise<unknown>[] = []
beforeEach(() => {
  served = []
})

/** A server with the same limits as the site's, in milliseconds. */
const start = async (limits: Partial<ConnectionLimits>) => {
  const all = { ...connectionLimits, ...limits }
  const server = createServer(
    { headersTimeout: all.headTime, requestTimeout: all.requestTime, connectionsCheckingInterval: 20 },
    (request, response) => response.end(request.url === '/large' ? large : 'ok'),
  )
  limitConnections(server, all)
  server.on('connection', (socket: Socket) => served.push(new Promise((resolve) => socket.once('close', resolve))))
  const port = await listenOn(server)
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return port
}

const open = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

const ask = (socket: Socket, path: string) => socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)

const ends = (socket: Socket) => {
  socket.resume()
  return once(socket, 'close')
}

it('closes a connection that says nothing, or only half of what it asks', async () => {
  const port = await start({ headTime: 100, requestTime: 100 })
  const [mute, half] = [await open(port), await open(port)]
  half.write('GET / HTTP/1.1\r\nHo')
  await Promise.all([ends(mute), ends(half)])
})

it('closes the oldest of too many that say nothing, and goes on answering', async () => {
  const port = await start({ mostSilent: 3 })
  const mute = [await open(port), await open(port), await open(port)]
  const speaking = await open(port)
  if (mute[0]) await ends(mute[0])
  ask(speaking, '/')
  expect(String((await once(speaking, 'data'))[0])).toContain('200 OK')
  expect([mute[1]?.closed, mute[2]?.closed]).toEqual([false, false])
})

it('closes a connection whose answer nobody takes', async () => {
  const unread = await open(await start({ stallTime: 200 }))
  unread.pause()
  ask(unread, '/large')
  await served[0]
})

it('closes a connection whose answer is taken too slowly', async () => {
  const slow = await open(await start({ readTime: 300 }))
  let bytes = 0
  slow.on('data', (part: Buffer) => {
    bytes += part.length
    slow.pause()
    setTimeout(() => slow.resume(), 20)
  })
  ask(slow, '/large')
  await served[0]
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(large.length)
})

it('closes the oldest of too many whose answers nobody takes', async () => {
  const port = await start({ mostUnread: 1 })
  const [first, second] = [await open(port), await open(port)]
  for (const socket of [first, second]) {
    socket.pause()
    ask(socket, '/large')
  }
  // whichever the server saw first
  await Promise.race(served)
  const { length } = [first, second].filter(({ destroyed }) => !destroyed)
  expect(length).toBeGreaterThan(0)
})

it('keeps a connection for a next question', async () => {
  const socket = await open(await start({ mostSilent: 1 }))
  for (const path of ['/', '/again']) {
    ask(socket, path)
    expect(String((await once(socket, 'data'))[0])).toContain('200 OK')
  }
})
