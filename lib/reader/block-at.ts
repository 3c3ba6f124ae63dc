import { NodeError } from '../errors'

/** What a search needs of a header. Timestamps are unix seconds and never decrease along a chain. */
export type Header = { readonly number: bigint; readonly hash: `0x${string}`; readonly timestamp: number }

/**
 * Reads headers by number, in the order asked; every number is at or below the head. null where there is no such block,
 * because a local or forked chain begins at a greater height.
 */
export type ReadHeaders = (numbers: readonly bigint[]) => Promise<readonly (Header | null)[]>

type Search = { readonly time: number; rounds: number; width: number; found: Header | null | undefined }

/** After so many reads in which interpolation has not halved the bracket, one step of bisection follows. */
const interpolationRounds = 3

/** Headers read so far, in order of height: the search for each time uses all of them. */
const createHeaderIndex = (first: readonly Header[]) => {
  const headers: Header[] = []
  /** Index of the first header that is beyond something, as all later ones are. */
  const firstBeyond = (isBeyond: (header: Header) => boolean): number => {
    let low = 0
    let high = headers.length
    while (low < high) {
      const middle = (low + high) >> 1
      const header = headers[middle]
      if (header && isBeyond(header)) high = middle
      else low = middle + 1
    }
    return low
  }
  const add = (header: Header) => {
    const index = firstBeyond(({ number }) => number > header.number)
    const [before, next] = [headers[index - 1], headers[index]]
    if (before?.number === header.number) return
    // Times out of order: a search among them would never end, or prove a block that is not the one.
    if ((before && before.timestamp > header.timestamp) || (next && next.timestamp < header.timestamp))
      throw new NodeError('garbled')
    headers.splice(index, 0, header)
  }
  for (const header of first) add(header)
  /** The greatest height known to be below the chain's first block. */
  let highestMissing = -1n
  return {
    add,
    highestMissing: () => highestMissing,
    addMissing(number: bigint) {
      // A block is missing above one that exists: the node is behind.
      if ((headers[0]?.number ?? number) < number) throw new NodeError('lagging')
      if (number > highestMissing) highestMissing = number
    },
    bracket(time: number): { readonly low: Header | undefined; readonly high: Header | undefined } {
      const index = firstBeyond(({ timestamp }) => timestamp > time)
      return { low: headers[index - 1], high: headers[index] }
    },
  }
}

const clamp = (value: bigint, low: bigint, high: bigint) => (value < low ? low : value > high ? high : value)

const nextHeight = (
  search: Search,
  low: Header | undefined,
  high: Header,
  highestMissing: bigint,
  blockTime: number,
): bigint => {
  if (!low && highestMissing >= 0n) return highestMissing + (high.number - highestMissing) / 2n
  if (!low) {
    const back = BigInt(Math.ceil((high.timestamp - search.time) / blockTime)) << BigInt(Math.max(0, search.rounds - 1))
    return clamp(high.number - back, 0n, high.number - 1n)
  }
  const width = high.number - low.number
  if (search.rounds > interpolationRounds && Number(width) * 2 > search.width) {
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
 * > t. `null` where the chain began later; a time at or after the head gets the head. `blockTime` (seconds) is only a
 * first estimate. Each round is one call of `read` for all times. Throws NodeError: `lagging` where a block below the head
 * is missing, `garbled` where a block's time is not between those of its neighbours.
 */
export const blocksAt = async (
  times: readonly number[],
  head: Header,
  blockTime: number,
  read: ReadHeaders,
  seed: readonly Header[] = [],
): Promise<readonly (Header | null)[]> => {
  const known = createHeaderIndex([...seed, head])
  const searches = times.map((time): Search => ({ time, rounds: 0, width: Number.POSITIVE_INFINITY, found: undefined }))
  for (;;) {
    const asked = new Map<bigint, null>()
    const ask = (search: Search, low: Header | undefined, high: Header) => {
      search.rounds += 1
      asked.set(nextHeight(search, low, high, known.highestMissing(), blockTime), null)
    }
    /** Of all times without a known earlier block only the earliest searches: what it finds is before the others, too. */
    let earliest: { readonly search: Search; readonly high: Header } | null = null
    for (const search of searches) {
      if (search.found !== undefined) continue
      const { low, high } = known.bracket(search.time)
      if (!high) search.found = head
      else if (low && high.number - low.number === 1n) search.found = low
      else if (!low && high.number - known.highestMissing() === 1n) search.found = null
      else if (low) ask(search, low, high)
      else if (earliest === null || search.time < earliest.search.time) earliest = { search, high }
    }
    if (earliest !== null) ask(earliest.search, undefined, earliest.high)
    if (asked.size === 0) return searches.map(({ found }) => found ?? null)
    const numbers = [...asked.keys()]
    const answers = await read(numbers)
    for (const header of answers) if (header) known.add(header)
    for (const [index, number] of numbers.entries()) if (!answers[index]) known.addMissing(number)
  }
}
