import { createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { NodeError } from '@/lib/errors'
import { LastingError } from '@/lib/reader/http-post'
import { createTransport } from '@/lib/reader/rpc'

type Question = { readonly id: number; readonly body: string }

const servers: Server[] = []
const sockets = new Set<Socket>()

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))))
})

/** A server that writes bytes as they are: `reply` is called with each request, and how many came before. */
const listen = async (reply: (socket: Socket, question: Question, before: number) => void) => {
  let requests = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString()
      const [head = '', body = ''] = received.split('\r\n\r\n')
      if (body.length < Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 1)) return
      received = ''
      const { id } = JSON.parse(body) as { id: number }
      requests += 1
      reply(socket, { id, body }, requests - 1)
    })
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return { url: `http://127.0.0.1:${address.port}`, requests: () => requests }
}

const right = ({ id }: Question) => JSON.stringify({ jsonrpc: '2.0', id, result: '0x64' })

const http = (body: string | Buffer, headers: Readonly<Record<string, string | number>> = {}, status = '200 OK') => {
  const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), Buffer.from(body)])
}

const ask = (send: ReturnType<typeof createTransport>, timeoutMs = 5_000) =>
  send([{ method: 'eth_chainId', params: [] }], timeoutMs)

const failureOf = async (url: string, timeoutMs?: number): Promise<NodeError> => {
  const thrown = await ask(createTransport(url), timeoutMs).catch((error: unknown) => error)
  if (thrown instanceof NodeError) return thrown
  throw thrown instanceof Error ? thrown : new Error('It was accepted.')
}

type Reply = (question: Question) => string | Buffer

describe('an answer in an unusual HTTP form is read all the same', () => {
  it.each<readonly [string, Reply]>([
    ['as plain text', (question) => http(right(question), { 'content-type': 'text/plain' })],
    ['without a type', (question) => http(right(question), { 'content-type': '' })],
    ['with a byte order mark', (question) => http(`\uFEFF${right(question)}`)],
    ['with white space around', (question) => http(`\n\n ${right(question)} \r\n`)],
    ['compressed', (question) => http(gzipSync(right(question)), { 'content-encoding': 'gzip' })],
    ['after early hints', (question) => `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${http(right(question))}`],
    ['created', (question) => http(right(question), {}, '201 Created')],
    ['with a cookie', (question) => http(right(question), { 'set-cookie': 'seen=1; Path=/' })],
  ])('%s', async (_, reply) => {
    const { url } = await listen((socket, question) => socket.write(reply(question)))
    expect(await ask(createTransport(url))).toEqual([{ result: '0x64' }])
  })

  it('in pieces of one byte', async () => {
    const { url } = await listen((socket, question) => {
      socket.setNoDelay(true)
      for (const byte of http(right(question))) socket.write(Buffer.of(byte))
    })
    expect(await ask(createTransport(url))).toEqual([{ result: '0x64' }])
  })

  it('ended by closing the connection, as HTTP/1.0 does', async () => {
    const { url } = await listen((socket, question) => {
      socket.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${right(question)}`)
    })
    const send = createTransport(url)
    expect(await ask(send)).toEqual([{ result: '0x64' }])
    expect(await ask(send)).toEqual([{ result: '0x64' }])
  })
})

describe('an answer that is none fails for its own reason', () => {
  const captcha = '<!doctype html><title>Just a moment…</title><form action="/challenge" method="post"></form>'
  it.each<readonly [string, Reply, string]>([
    ['a page that asks for a human', () => http(captcha, { 'content-type': 'text/html' }), 'garbled'],
    ['no content', () => 'HTTP/1.1 204 No Content\r\n\r\n', 'garbled'],
    ['an empty body', () => http(''), 'garbled'],
    ['not modified', () => 'HTTP/1.1 304 Not Modified\r\n\r\n', 'garbled'],
    ['a number that JSON does not have', ({ id }) => http(`{"id":${id},"result":NaN}`), 'garbled'],
    ['UTF-16', (question) => http(Buffer.from(right(question), 'utf16le')), 'garbled'],
    ['a length that is too short', (question) => http(right(question), { 'content-length': 12 }), 'garbled'],
    [
      'plain bytes that are said to be compressed',
      (question) => http(right(question), { 'content-encoding': 'gzip' }),
      'unreachable',
    ],
    ['another protocol', () => 'SSH-2.0-OpenSSH_9.2\r\n', 'unreachable'],
    ['a status that does not exist', () => 'HTTP/1.1 999 Strange\r\ncontent-length: 0\r\n\r\n', 'unreachable'],
    [
      'headers without end',
      () => `HTTP/1.1 200 OK\r\n${`x-filler: ${'a'.repeat(900)}\r\n`.repeat(100)}`,
      'unreachable',
    ],
  ])('%s', async (_, reply, code) => {
    const { url } = await listen((socket, question) => socket.write(reply(question)))
    expect((await failureOf(url)).failure.code).toBe(code)
  })

  it('a length that is too long, with the connection closed, is a lost connection', async () => {
    const { url } = await listen((socket, question) => socket.end(http(right(question), { 'content-length': 999 })))
    expect((await failureOf(url)).failure.code).toBe('unreachable')
  })

  it('a length that is too long, with the connection left open, takes its time', async () => {
    const { url } = await listen((socket, question) => socket.write(http(right(question), { 'content-length': 999 })))
    expect((await failureOf(url, 300)).failure.code).toBe('timeout')
  })

  it('headers that never end take their time', async () => {
    const { url } = await listen((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const timer = setInterval(() => socket.write('x-more: 1\r\n'), 20)
      socket.on('close', () => clearInterval(timer))
    })
    expect((await failureOf(url, 300)).failure.code).toBe('timeout')
  })

  it('a small body that unpacks to 200 MB is read no further than any other', async () => {
    const layer = gzipSync(Buffer.alloc(200_000_000, 0x20))
    const { url } = await listen((socket) => socket.write(http(layer, { 'content-encoding': 'gzip' })))
    const before = process.memoryUsage().rss
    expect((await failureOf(url, 20_000)).failure.code).toBe('garbled')
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
  })

  it('the answer to an earlier question, left over in the connection, is not one to this', async () => {
    let earlier = ''
    const { url } = await listen((socket, question) => {
      socket.write(http(earlier || right(question)))
      earlier = right(question)
    })
    const send = createTransport(url)
    expect(await ask(send)).toEqual([{ result: '0x64' }])
    await expect(ask(send)).rejects.toMatchObject({ reason: { code: 'garbled' } })
  })

  it('a host that nobody knows cannot be reached', async () => {
    expect((await failureOf('http://node.invalid')).failure.code).toBe('unreachable')
  })

  it('a port that nobody listens on cannot be reached', async () => {
    expect((await failureOf('http://127.0.0.1:9')).failure.code).toBe('unreachable')
  })
})

describe('a limit', () => {
  const limited = (headers: Readonly<Record<string, string>>) => http('slow down', headers, '429 Too Many Requests')
  const soon = () => new Date(Date.now() + 120_000).toUTCString()
  it.each<readonly [string, Readonly<Record<string, string>>, number, number]>([
    ['seconds', { 'retry-after': '90' }, 90, 90],
    ['a date', { 'retry-after': soon() }, 60, 121],
    ['a date that is over', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0, 0],
    ['nothing that can be read', { 'retry-after': 'soon' }, 0, 0],
    ['nothing', {}, 0, 0],
    ['a year', { 'retry-after': '31536000' }, 21_600, 21_600],
  ])('lasts as long as the node says, six hours at most: %s', async (_, headers, least, most) => {
    const { url } = await listen((socket) => socket.write(limited(headers)))
    const failure = await failureOf(url)
    expect(failure.failure.code).toBe('rate-limited')
    const seconds = failure instanceof LastingError ? failure.seconds : Number.NaN
    expect([seconds >= least, seconds <= most]).toEqual([true, true])
  })
})

describe('a redirect', () => {
  it.each(['301 Moved Permanently', '302 Found', '303 See Other', '307 Temporary Redirect', '308 Permanent Redirect'])(
    '%s is not followed, and says that the node has moved',
    async (status) => {
      const elsewhere = await listen((socket, question) => socket.write(http(right(question))))
      const { url } = await listen((socket) => socket.write(http('', { location: elsewhere.url }, status)))
      const failure = await failureOf(`${url}/key`)
      expect(failure.failure.code).toBe('moved')
      expect(failure).toBeInstanceOf(LastingError)
      expect(elsewhere.requests()).toBe(0)
    },
  )

  it('to itself with a cookie is asked once', async () => {
    const loop = await listen((socket) =>
      socket.write(http('<html></html>', { location: '/', 'set-cookie': 'again=1' }, '302 Found')),
    )
    expect((await failureOf(loop.url)).failure.code).toBe('moved')
    expect(loop.requests()).toBe(1)
  })

  it('without an address is a redirect, too', async () => {
    const { url } = await listen((socket) => socket.write(http('', {}, '302 Found')))
    expect((await failureOf(url)).failure.code).toBe('moved')
  })
})
