import { NodeError } from '../errors'
import type { VerifyBlock } from './block-check'
import {
  aggregateRequest,
  answerBytes,
  type BlockName,
  type Chunk,
  type Halves,
  type PendingChunk,
  readAnswer,
  splitInHalf,
  type Target,
} from './chunks'
import { halveCallGas, lowerAnswerLimit } from './endpoint'
import { exchange } from './exchange'
import { isEmptyRevert, starvedCalls } from './gas-starvation'
import type { RawResult, SizedCall } from './multicall'

const recordPassedHalf = ({ connection, checkCalls }: Target, halves: Halves, calls: Chunk) => {
  halves.remaining -= 1
  halves.largest = Math.max(halves.largest, answerBytes(calls) + answerBytes(checkCalls))
  if (halves.remaining === 0) lowerAnswerLimit(connection.endpoint, halves.largest)
}

/** The result of a single call that the node refuses to run at any size: it fails alone. */
const refusedResult: RawResult = { ok: false, result: '0x' }

export type Run = { readonly results: ReadonlyMap<SizedCall, RawResult>; readonly starved: Chunk }

/**
 * Runs chunks at one block and splits what is refused until it passes. Calls that may have been starved of gas have no
 * result: they have to run again, isolated. Throws NodeError.
 */
export const runChunks = async (
  target: Target,
  chunks: readonly PendingChunk[],
  block: BlockName,
  verify: VerifyBlock,
  isKnownRevert: (call: SizedCall) => boolean = () => false,
): Promise<Run> => {
  const { connection } = target
  const results = new Map<SizedCall, RawResult>()
  const starved: SizedCall[] = []
  const refused: SizedCall[] = []
  let pending = chunks
  while (pending.length > 0) {
    const requests = pending.map(({ calls }) => aggregateRequest(target, calls, block))
    const answers = await exchange(connection, requests)
    const tooBig: Chunk[] = []
    const tooMuchGas: PendingChunk[] = []
    for (const [index, chunk] of pending.entries()) {
      const { calls, halves } = chunk
      const answer = readAnswer(target, calls, answers[index])
      if (answer === 'too-big') tooBig.push(calls)
      else if (answer === 'gas-cap') tooMuchGas.push(chunk)
      else {
        verify(answer.checkResults)
        connection.ran = true
        // With an unexpected empty revert in it, the whole may have been refused for gas and not for its size.
        if (halves && !calls.some((call, at) => isEmptyRevert(answer.results[at]) && !isKnownRevert(call)))
          recordPassedHalf(target, halves, calls)
        const untrusted = new Set(starvedCalls(calls, answer, isKnownRevert))
        starved.push(...untrusted)
        for (const [position, call] of calls.entries())
          if (!untrusted.has(call)) results.set(call, answer.results[position] ?? refusedResult)
      }
    }
    const withLessGas = tooMuchGas.length > 0 && halveCallGas(connection.endpoint)
    if (!withLessGas) tooBig.push(...tooMuchGas.map(({ calls }) => calls))
    refused.push(...tooBig.filter((calls) => calls.length === 1).flat())
    pending = [...(withLessGas ? tooMuchGas : []), ...tooBig.filter((calls) => calls.length > 1).flatMap(splitInHalf)]
  }
  if (refused.length > 0 && !connection.ran) throw new NodeError('refused')
  for (const call of refused) results.set(call, refusedResult)
  return { results, starved }
}
