import type { NumberIndex, Observation } from '@/lib/numbers/number-index'

/** A number and what it is made of. One met before is not unfolded again. */
export type TreeNode = { readonly num: Observation; readonly inputs: readonly TreeNode[]; readonly repeated: boolean }

/** The formula tree below a number, each number unfolded once: where it is met first, from the top down. */
export const treeOf = (numbers: NumberIndex, root: Observation): TreeNode => {
  const seen = new Set<string>()
  const unfold = (num: Observation): TreeNode => {
    const repeated = seen.has(num.id)
    seen.add(num.id)
    const inputs = repeated ? [] : (num.inputs ?? []).flatMap((id) => numbers.byId(id) ?? [])
    return { num, inputs: inputs.map(unfold), repeated }
  }
  return unfold(root)
}

export const countBelow = (node: TreeNode): number =>
  node.inputs.reduce((count, input) => count + (input.repeated ? 0 : 1) + countBelow(input), 0)

const pairs = (text: string): readonly string[] =>
  [...text.toLowerCase()].slice(1).map((each, at) => `${text[at]}${each}`.toLowerCase())

/** Numbers whose ids look most like one that does not exist: by the pairs of letters that both have. */
export const similarNumbers = (numbers: NumberIndex, id: string, count = 8): readonly Observation[] => {
  const asked = new Set(pairs(id.slice(0, 200)))
  return numbers.snapshot.numbers
    .map((num) => {
      const own = pairs(num.id)
      return { num, likeness: (2 * own.filter((pair) => asked.has(pair)).length) / (own.length + asked.size) }
    })
    .filter(({ likeness }) => likeness > 0.4)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ num }) => num)
}
