import type { RecordedCall } from '../reader/types'

const sortKey = (call: RecordedCall) => `${call.address.toLowerCase()} ${call.calldata}`

type CallIndexes = ReadonlyMap<RecordedCall, number>

/** All calls, each once, in an order that depends on nothing but them; and where each stands. */
export const orderCalls = (
  lists: readonly (readonly RecordedCall[])[],
): { readonly calls: readonly RecordedCall[]; readonly indexOf: CallIndexes } => {
  // A reader hands out one object for equal calls, so that most of tens of thousands need no comparing.
  const made = new Set<RecordedCall>()
  for (const list of lists) for (const call of list) made.add(call)
  const keys = new Map([...made].map((call) => [call, sortKey(call)]))
  const byKey = new Map([...keys].map(([call, key]) => [key, call]))
  const sorted = [...byKey.keys()].sort()
  const order = new Map(sorted.map((key, index) => [key, index]))
  return {
    calls: sorted.flatMap((key) => byKey.get(key) ?? []),
    indexOf: new Map([...keys].map(([call, key]) => [call, order.get(key) ?? 0])),
  }
}

/** Where a number's calls stand among those of its chain: ascending, each once. */
export const indexesOf = (calls: readonly RecordedCall[], indexOf: CallIndexes): readonly number[] => {
  const found: number[] = []
  for (const call of calls) {
    const index = indexOf.get(call)
    if (index !== undefined && !found.includes(index)) found.push(index)
  }
  return found.sort((a, b) => a - b)
}
