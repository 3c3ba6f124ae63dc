import type { Chunk, ChunkAnswer } from './chunks'
import type { RawResult, SizedCall } from './multicall'

/** A revert without data: the contract's own, or one for lack of gas that an earlier call of the chunk burnt. */
export const isEmptyRevert = (result: RawResult | undefined) => result?.ok === false && result.result === '0x'

/**
 * Calls of a chunk that may have failed only because an earlier call burnt the gas: their answers cannot be trusted.
 *
 * None where the gas probe at the chunk's end succeeded. Nor where only one call reverted without data: it can only have
 * burnt its own gas; the first call of a chunk always had all of it. Of several such reverts those behind the first may be
 * starved. Where the chunk's last call is among them the gas was used up, so answers in between are suspect too: a
 * contract can catch an inner call that ran out of gas.
 */
export const starvedCalls = (
  calls: Chunk,
  { results, hadGas }: Pick<ChunkAnswer, 'results' | 'hadGas'>,
  isKnownRevert: (call: SizedCall) => boolean,
): Chunk => {
  if (hadGas) return []
  const reverted = calls.map((call, index) => isEmptyRevert(results[index]) && !isKnownRevert(call))
  const first = reverted.indexOf(true)
  if (first === reverted.lastIndexOf(true)) return []
  const from = first === 0 ? 1 : first
  const gasUsedUp = reverted.at(-1) === true
  return calls.filter((_, index) => index >= from && (gasUsedUp || reverted[index] === true))
}
