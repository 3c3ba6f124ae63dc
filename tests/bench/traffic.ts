import { gzipSync } from 'node:zlib'
import type { Exchange } from './proxy'

type Message = {
  readonly id: unknown
  readonly method?: string
  readonly params?: readonly unknown[]
  readonly result?: unknown
}

/** What one reading put on the wire. Bytes are those of the bodies, both directions. */
export type Traffic = {
  readonly http: number
  readonly ethCalls: number
  readonly up: number
  readonly down: number
  /** Both directions, each body compressed for itself. */
  readonly gzip: number
  /** Bytes that the largest `eth_call` returned. */
  readonly largest: number
}

const messagesOf = (body: Buffer): readonly Message[] => {
  const parsed = JSON.parse(body.toString()) as Message | readonly Message[]
  return Array.isArray(parsed) ? parsed : [parsed as Message]
}

/** Every `eth_call` of these exchanges: its first parameter and what it returned. */
export const ethCallsIn = (exchanges: readonly Exchange[]) =>
  exchanges.flatMap(({ sent, received }) => {
    const answers = new Map(messagesOf(received).map((answer) => [answer.id, answer]))
    return messagesOf(sent)
      .filter(({ method }) => method === 'eth_call')
      .map(({ id, params }) => {
        const result = answers.get(id)?.result
        return {
          call: params?.[0] as { readonly data: `0x${string}` },
          result: typeof result === 'string' ? result : '0x',
        }
      })
  })

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)

export const trafficOf = (exchanges: readonly Exchange[]): Traffic => {
  const calls = ethCallsIn(exchanges)
  return {
    http: exchanges.length,
    ethCalls: calls.length,
    up: sum(exchanges.map(({ sent }) => sent.length)),
    down: sum(exchanges.map(({ received }) => received.length)),
    gzip: sum(exchanges.map(({ sent, received }) => gzipSync(sent).length + gzipSync(received).length)),
    largest: Math.max(0, ...calls.map(({ result }) => (result.length - 2) / 2)),
  }
}

export const both = ({ up, down }: Traffic) => up + down

/** Several readings as one. */
export const addUp = (wires: readonly Traffic[]): Traffic => ({
  http: sum(wires.map(({ http }) => http)),
  ethCalls: sum(wires.map(({ ethCalls }) => ethCalls)),
  up: sum(wires.map(({ up }) => up)),
  down: sum(wires.map(({ down }) => down)),
  gzip: sum(wires.map(({ gzip }) => gzip)),
  largest: Math.max(0, ...wires.map(({ largest }) => largest)),
})
