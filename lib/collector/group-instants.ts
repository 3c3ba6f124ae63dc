import type { Header } from '../reader/block-at'
import type { Heads } from '../reader/headers'

/** Instants that have the same last block: read once. */
export type InstantGroup = { readonly block: Header; readonly instants: readonly number[] }

/** Neighbouring instants by their block; those without one are left out. */
export const groupByBlock = (times: readonly number[], blocks: readonly (Header | null)[]): readonly InstantGroup[] => {
  const groups: { block: Header; instants: number[] }[] = []
  for (const [index, t] of times.entries()) {
    const block = blocks[index]
    if (!block) continue
    const last = groups.at(-1)
    if (last?.block.number === block.number) last.instants.push(t)
    else groups.push({ block, instants: [t] })
  }
  return groups
}

/** The instants whose last block is final, in the order given. `nextTime` is the timestamp of the block after the final one. */
export const instantsUntilFinal = async (
  todo: readonly number[],
  { finalized, latest }: Heads,
  nextTime: () => Promise<number>,
): Promise<readonly number[]> => {
  const isBehind = finalized.number < latest.number
  // Several blocks can share a second: the next one may be of this very instant, and is not final.
  const next = todo.includes(finalized.timestamp) && isBehind ? await nextTime() : null
  const final = next === finalized.timestamp ? finalized.timestamp - 1 : finalized.timestamp
  return todo.filter((t) => t <= final)
}
