import type { ChainSlug } from '../chains'
import { chainBySlug, chainSlugs } from '../chains'
import type { Observation } from '../metrics/types'
import type { RecordedCall } from '../reader/types'
import { type Recheck, recheckOf } from './recheck'
import type { AsOf, Snapshot } from './types'

/** Everything behind one number, down to the calls. */
export type Proof = {
  readonly number: Observation
  /** Numbers it is made of, directly. */
  readonly inputs: readonly Observation[]
  /** All numbers under it, itself first, each once: the formula tree, flattened. */
  readonly tree: readonly Observation[]
  readonly calls: readonly { readonly chain: ChainSlug; readonly asOf: AsOf; readonly call: RecordedCall }[]
  readonly recheck: Readonly<Partial<Record<ChainSlug, Recheck>>>
}

/** A snapshot with its numbers found by id, as lib/numbers indexes them. */
type Indexed = { readonly snapshot: Snapshot; byId(id: string): Observation | undefined }

const treeOf = ({ byId }: Indexed, root: Observation): readonly Observation[] => {
  const seen = new Map<string, Observation>()
  const visit = (num: Observation) => {
    if (seen.has(num.id)) return
    seen.set(num.id, num)
    for (const id of num.inputs ?? []) {
      const input = byId(id)
      if (input) visit(input)
    }
  }
  visit(root)
  return [...seen.values()]
}

/** The calls of one number itself, without those of its inputs. */
export const ownCalls = (snapshot: Snapshot, num: Observation): readonly RecordedCall[] => {
  const calls = num.chain === 'all' ? undefined : snapshot.calls[num.chain]
  return (num.calls ?? []).flatMap((index) => calls?.[index] ?? [])
}

/** Proof of a number of this snapshot; null where it has none of that id. */
export const proofOf = (numbers: Indexed, id: string): Proof | null => {
  const { snapshot, byId } = numbers
  const number = byId(id)
  if (!number) return null
  const tree = treeOf(numbers, number)
  const used = chainSlugs.flatMap((slug) => {
    const indexes = tree.filter((num) => num.chain === slug).flatMap((num) => num.calls ?? [])
    const calls = snapshot.calls[slug] ?? []
    const asOf = snapshot.asOf[slug]
    if (!asOf) return []
    const own = [...new Set(indexes)].sort((a, b) => a - b).flatMap((index) => calls[index] ?? [])
    return own.length === 0 ? [] : [{ slug, asOf, own }]
  })
  return {
    number,
    inputs: (number.inputs ?? []).flatMap((each) => byId(each) ?? []),
    tree,
    calls: used.flatMap(({ slug, asOf, own }) => own.map((call) => ({ chain: slug, asOf, call }))),
    recheck: Object.fromEntries(
      used.map(({ slug, asOf, own }) => {
        const { id: chainId, contracts } = chainBySlug(slug)
        return [slug, recheckOf(chainId, contracts.MULTICALL3.address, asOf.hash, own)]
      }),
    ),
  }
}
