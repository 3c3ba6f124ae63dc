import { answersOf, BatchRefusedError, type RpcAnswer } from './envelope'
import { post, targetOf } from './http-post'

export type RpcRequest = { readonly method: string; readonly params: readonly unknown[] }

/** One HTTP request with one or several JSON-RPC requests; throws as `createTransport` says. */
export type Transport = (requests: readonly RpcRequest[], timeoutMs: number) => Promise<readonly RpcAnswer[]>

/**
 * Sends requests to one node. Answers come in the order asked, whatever order the node used.
 * Throws NodeError (timeout, unreachable, rate-limited, refused, moved, garbled, no-archive, lagging) or BatchRefusedError.
 */
export const createTransport = (url: string): Transport => {
  const target = targetOf(url)
  // No id is used twice, so that an answer to an earlier question is told from one to this; 0 is not one to some nodes.
  let lastId = 0
  return async (requests, timeoutMs) => {
    const numbered = requests.map((request) => ({ jsonrpc: '2.0', id: ++lastId, ...request }))
    const body = JSON.stringify(numbered.length === 1 ? numbered[0] : numbered)
    const reply = await post(target, body, timeoutMs)
    const answers = answersOf(
      reply,
      numbered.map(({ id }) => id),
    )
    const refusesBatch = answers.some((each) => 'refusal' in each && each.refusal === 'batch')
    if (requests.length > 1 && refusesBatch) throw new BatchRefusedError()
    return answers
  }
}
