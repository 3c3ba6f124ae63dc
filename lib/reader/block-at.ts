import { NodeError } from '../errors'

/** What a search needs of a header. Timestamps are unix seconds and never fall along a chain. */
export type Header = { readonly number: bigint; readonly hash: `0x${string}`; readonly timestamp: number }

/**
 * Reads headers by number, in the order asked; every number asked is at or below the head. null: there is no such block,
 * for the chain (a local or forked one) begins at a greater height.
 */
export type ReadHeaders = (numbers: readonly bigint[]) => Promise<readonly (Header | null)[]>

type Search = { readonly time: number; rounds: number; width: number; found: Header | null | undefined }

/** Interpolation that has not halved its bracket within so many reads gives way to bisection. */
const patience = 3

/** Headers read so far, in order of height: every target of a chain profits from all of them. */
const createKnown = (first: readonly Header[]) => {
  const headers: Header[] = []
  /** Index of the first header later than the time. */
  const after = (time: number): number => {
    let low = 0
    let high = headers.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((headers[middle]?.timestamp ?? 0) > time) high = middle
      else low = middle + 1
    }
    return low
  }
  const add = (header: Header) => {
    let index = after(header.timestamp)
    while (index > 0 && (headers[index - 1]?.number ?? -1n) > header.number) index -= 1
    if (headers[index - 1]?.number !== header.number && headers[index]?.number !== header.number)
      headers.splice(index, 0, header)
  }
  for (const header of first) add(header)
  /** The greatest height below the chain's first block that is known of. */
  let ground = -1n
  return {
    add,
    ground: () => ground,
    lacks(number: bigint) {
      // A block is missing above one that is there: whoever was asked has not got that far.
      if ((headers[0]?.number ?? number) < number) throw new NodeError('lagging')
      if (number > ground) ground = number
    },
    bracket(time: number): { readonly low: Header | undefined; readonly high: Header | undefined } {
      const index = after(time)
      return { low: headers[index - 1], high: headers[index] }
    },
  }
}

const clamp = (value: bigint, low: bigint, high: bigint) => (value < low ? low : value > high ? high : value)

const guess = (search: Search, low: Header | undefined, high: Header, ground: bigint, blockTime: number): bigint => {
  if (!low && ground >= 0n) return ground + (high.number - ground) / 2n
  if (!low) {
    const back = BigInt(Math.ceil((high.timestamp - search.time) / blockTime)) << BigInt(Math.max(0, search.rounds - 1))
    return clamp(high.number - back, 0n, high.number - 1n)
  }
  const width = high.number - low.number
  if (search.rounds > patience && Number(width) * 2 > search.width) {
    search.rounds = 0
    search.width = Number(width)
    return low.number + width / 2n
  }
  const span = BigInt(high.timestamp - low.timestamp)
  const into = BigInt(search.time - low.timestamp)
  return clamp(low.number + (into * width) / (span === 0n ? 1n : span), low.number + 1n, high.number - 1n)
}

/**
 * For each time the chain's last block at or before it, proved by headers: its own timestamp ≤ t and the next block's
 * > t. `null` where the chain began later; a time at or after the head gets the head. `blockTime` (seconds) is a first
 * guess only. One call of `read` a round serves all targets. Throws NodeError('lagging') where a block below the head is missing.
 */
export const blocksAt = async (
  times: readonly number[],
  head: Header,
  blockTime: number,
  read: ReadHeaders,
  seed: readonly Header[] = [],
): Promise<readonly (Header | null)[]> => {
  const known = createKnown([...seed, head])
  const searches = times.map((time): Search => ({ time, rounds: 0, width: Number.POSITIVE_INFINITY, found: undefined }))
  for (;;) {
    const asked = new Map<bigint, null>()
    const ask = (search: Search, low: Header | undefined, high: Header) => {
      search.rounds += 1
      asked.set(guess(search, low, high, known.ground(), blockTime), null)
    }
    /** Of all times that no block is known before, the earliest asks for all: what it finds is before the others, too. */
    let earliest: { readonly search: Search; readonly high: Header } | null = null
    for (const search of searches) {
      if (search.found !== undefined) continue
      const { low, high } = known.bracket(search.time)
      if (!high) search.found = head
      else if (low && high.number - low.number === 1n) search.found = low
      else if (!low && high.number - known.ground() === 1n) search.found = null
      else if (low) ask(search, low, high)
      else if (earliest === null || search.time < earliest.search.time) earliest = { search, high }
    }
    if (earliest !== null) ask(earliest.search, undefined, earliest.high)
    if (asked.size === 0) return searches.map(({ found }) => found ?? null)
    const numbers = [...asked.keys()]
    const answers = await read(numbers)
    for (const header of answers) if (header) known.add(header)
    for (const [index, number] of numbers.entries()) if (!answers[index]) known.lacks(number)
  }
}
