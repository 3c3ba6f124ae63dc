import type { VerifyBlock } from './block-check'
import { type BlockName, isolateCalls, planChunks, type Target, unsplit } from './chunks'
import { isEmptyRevert } from './gas-starvation'
import type { RawResult, SizedCall } from './multicall'
import { runChunks } from './run-chunks'

export type AnsweredCall = { readonly call: SizedCall; readonly result: RawResult }

/**
 * Runs the same calls at the block on another URL and compares all answers. Calls that may have been starved of gas run
 * again until none is left. Throws NodeError.
 */
export const answersMatch = async (
  target: Target,
  answered: readonly AnsweredCall[],
  block: BlockName,
  verify: VerifyBlock,
): Promise<boolean> => {
  const ours = new Map(answered.map(({ call, result }) => [call, result]))
  const isKnownRevert = (call: SizedCall) => isEmptyRevert(ours.get(call))
  const theirs = new Map<SizedCall, RawResult>()
  let chunks = planChunks(target, [...ours.keys()], isKnownRevert)
  while (chunks.length > 0) {
    const run = await runChunks(target, chunks.map(unsplit), block, verify, isKnownRevert)
    for (const [call, result] of run.results) theirs.set(call, result)
    chunks = isolateCalls(run.starved)
  }
  return answered.every(({ call, result }) => {
    const other = theirs.get(call)
    return other !== undefined && other.ok === result.ok && other.result.toLowerCase() === result.result.toLowerCase()
  })
}
