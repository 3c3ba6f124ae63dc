import type { Chunk, ChunkAnswer, SizedCall } from './chunks'
import type { RawResult } from './multicall'

/** A refusal without a word: the contract's own, or want of gas that a neighbour before it burnt. */
export const isSilent = (result: RawResult | undefined) => result?.ok === false && result.result === '0x'

/**
 * Calls of a chunk whose answers are in doubt: none where the gauge at its end says that there was gas for all. Else a
 * lone silent refusal had nobody but itself to burn its gas, and the first of a chunk had all of it. Of several, those
 * behind the first are in doubt; where the chunk's end is silent too, gas was out, and so is whatever answered in
 * between: a contract can swallow that a call of its own ran dry.
 */
export const doubtedIn = (
  calls: Chunk,
  { results, hadGas }: Pick<ChunkAnswer, 'results' | 'hadGas'>,
  isKnown: (call: SizedCall) => boolean,
): Chunk => {
  if (hadGas) return []
  const silent = calls.map((call, index) => isSilent(results[index]) && !isKnown(call))
  const first = silent.indexOf(true)
  if (first === silent.lastIndexOf(true)) return []
  const from = first === 0 ? 1 : first
  const ranDry = silent.at(-1) === true
  return calls.filter((_, index) => index >= from && (ranDry || silent[index] === true))
}
