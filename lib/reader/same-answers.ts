import type { Check } from './block-check'
import { type BlockName, chunksOf, dealAlone, runChunks, type SizedCall, type Target, whole } from './chunks'
import { isSilent } from './gas-starvation'
import type { RawResult } from './multicall'

export type Settled = { readonly call: SizedCall; readonly result: RawResult }

/** Runs all these calls at the block on another URL, until none is in doubt: whether all answers are the same. Throws NodeError. */
export const saysTheSame = async (
  target: Target,
  settled: readonly Settled[],
  block: BlockName,
  check: Check,
): Promise<boolean> => {
  const ours = new Map(settled.map(({ call, result }) => [call, result]))
  const isKnown = (call: SizedCall) => isSilent(ours.get(call))
  const theirs = new Map<SizedCall, RawResult>()
  let waiting = chunksOf(target, [...ours.keys()], isKnown)
  while (waiting.length > 0) {
    const run = await runChunks(target, waiting.map(whole), block, check, isKnown)
    for (const [call, result] of run.results) theirs.set(call, result)
    waiting = dealAlone(run.doubted)
  }
  return settled.every(({ call, result }) => {
    const said = theirs.get(call)
    return said !== undefined && said.ok === result.ok && said.result.toLowerCase() === result.result.toLowerCase()
  })
}
