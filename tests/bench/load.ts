import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const quiet = 150
const lastChunk = Buffer.from('\r\n0\r\n\r\n')

const open = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return socket
}

/**
 * Asks for one path on so many connections, each anew once it is answered, and answers how often it was. It only counts
 * bytes, so that it costs less than the server it loads. Throws where an answer is not 200.
 */
export const askOverAndOver = async (url: string, connections: number, seconds: number): Promise<number> => {
  const { port, host, pathname, search } = new URL(url)
  const head = `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: gzip\r\n\r\n`
  const refusals: string[] = []
  const isGood = (chunk: Buffer) => {
    const status = chunk.toString('latin1', 9, 12)
    if (status !== '200') refusals.push(status)
  }

  const first = await open(Number(port))
  const sample: Buffer[] = []
  first.on('data', (chunk: Buffer) => sample.push(chunk))
  first.write(head)
  for (let seen = -1; seen !== sample.length || seen <= 0; await sleep(quiet)) seen = sample.length
  first.destroy()
  const whole = Buffer.concat(sample)
  isGood(whole)
  const isChunked = /\r\ntransfer-encoding: chunked\r\n/i.test(
    whole.toString('latin1', 0, whole.indexOf('\r\n\r\n') + 2),
  )

  const sockets = await Promise.all(Array.from({ length: connections }, () => open(Number(port))))
  let answered = 0
  let isOver = false
  for (const socket of sockets) {
    let received = 0
    socket.on('data', (chunk: Buffer) => {
      if (received === 0) isGood(chunk)
      received += chunk.length
      const isWhole = isChunked
        ? chunk.length >= lastChunk.length
          ? chunk.subarray(-lastChunk.length).equals(lastChunk)
          : chunk.equals(lastChunk.subarray(-chunk.length))
        : received >= whole.length
      if (!isWhole || isOver) return
      answered += 1
      received = 0
      socket.write(head)
    })
    socket.on('error', () => refusals.push('closed'))
    socket.write(head)
  }
  await sleep(seconds * 1000)
  isOver = true
  for (const socket of sockets) socket.destroy()
  if (refusals.length > 0) throw new Error(`${url}: ${refusals.length} not answered with 200, first ${refusals[0]}.`)
  return answered
}
