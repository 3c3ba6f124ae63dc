import { Agent, request } from 'node:http'

export type RpcCall = readonly [method: string, ...params: readonly unknown[]]

/** JSON-RPC of a node, as far as building the network needs it. */
export type Rpc = {
  readonly url: string
  /** One call. Throws with the node's message. */
  send(...call: RpcCall): Promise<unknown>
  /** Many calls in one request, answered in their order. Throws with the first message. */
  batch(calls: readonly RpcCall[]): Promise<readonly unknown[]>
}

type Answer = {
  readonly id: number
  readonly result?: unknown
  readonly error?: { readonly message: string; readonly data?: unknown }
}

/** An error of a node, with its data. */
export class RpcError extends Error {
  constructor(
    message: string,
    readonly data: unknown,
  ) {
    super(message)
  }
}

const post = (agent: Agent, url: string, body: string) =>
  new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => resolve(Buffer.concat(chunks).toString()))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })

// node:http and not fetch: mining a long stretch may keep a request open longer than fetch waits for headers
export const createRpc = (url: string): Rpc => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const batch = async (calls: readonly RpcCall[]) => {
    if (calls.length === 0) return []
    const bodies = calls.map(([method, ...params], id) => ({ jsonrpc: '2.0', id, method, params }))
    const answers = JSON.parse(await post(agent, url, JSON.stringify(bodies))) as readonly Answer[]
    const results: unknown[] = new Array(calls.length)
    for (const { id, result, error } of answers) {
      if (error) throw new RpcError(`${calls[id]?.[0]}: ${error.message}`, error.data)
      results[id] = result
    }
    return results
  }
  return { url, batch, send: async (...call) => (await batch([call]))[0] }
}
