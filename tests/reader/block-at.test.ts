import { describe, expect, it } from 'vitest'
import { blocksAt, type Header } from '@/lib/reader/block-at'

/** A chain in memory: block `first + i` at `times[i]`. */
const chainOf = (times: readonly number[], first = 0n) => {
  const header = (number: bigint): Header | null => {
    const timestamp = times[Number(number - first)]
    return timestamp === undefined || number < first ? null : { number, hash: `0x${number.toString(16)}`, timestamp }
  }
  const head = header(first + BigInt(times.length - 1))
  if (!head) throw new Error('The chain has no block.')
  const asked: bigint[] = []
  const read = async (numbers: readonly bigint[]) => {
    asked.push(...numbers)
    return numbers.map(header)
  }
  const expected = (t: number) => {
    const index = times.findLastIndex((time) => time <= t)
    return index < 0 ? null : header(first + BigInt(index))
  }
  return { head, read, asked, expected, header }
}

/** The same pseudo-random numbers each run. */
const randomOf = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

const timesOf = (count: number, next: (random: () => number) => number, seed = 7) => {
  const random = randomOf(seed)
  let time = 1_600_000_000
  return Array.from({ length: count }, () => {
    time += next(random)
    return time
  })
}

const slots = (random: () => number) => (random() < 0.01 ? 24 : 12)
const halts = (random: () => number) => (random() < 0.001 ? 90_000 : random() < 0.3 ? 0 : 1)
const few = (random: () => number) => Math.floor(random() ** 6 * 400_000)

/** The peer: interpolation kept inside its bracket, which bisects where it does not halve it; each target for itself. */
const guarded = (t: number, low: Header, high: Header, read: (number: bigint) => Header | null): number => {
  let [from, to, reads, width] = [low, high, 0, Number.POSITIVE_INFINITY]
  while (to.number - from.number > 1n) {
    const span = Number(to.number - from.number)
    const share = (t - from.timestamp) / Math.max(1, to.timestamp - from.timestamp)
    const step = span * 2 > width ? Math.floor(span / 2) : Math.floor(share * span)
    width = span
    const header = read(from.number + BigInt(Math.min(span - 1, Math.max(1, step))))
    reads += 1
    if (!header) throw new Error('There is no such block.')
    if (header.timestamp <= t) from = header
    else to = header
  }
  return reads
}

describe('blocks found by their time', () => {
  it.each([
    ['slots, some of them missed', timesOf(20_000, slots), 12],
    ['halts, and several blocks a second', timesOf(20_000, halts), 0.25],
    ['few, irregular', timesOf(60, few), 12],
  ])('are exact, and found in no more reads than a guarded interpolation: %s', async (_, times, blockTime) => {
    const chain = chainOf(times)
    const [first = 0, last = 0] = [times[0], times.at(-1)]
    const targets = Array.from({ length: 100 }, (_each, i) => Math.floor(first + ((last - first) * (i + 0.5)) / 100))
    const found = await blocksAt(targets, chain.head, blockTime, chain.read)
    expect(found).toEqual(targets.map(chain.expected))
    expect(new Set(chain.asked).size).toBe(chain.asked.length)
    const genesis = chain.header(0n)
    if (!genesis) throw new Error('The chain has no first block.')
    const peer = targets.reduce((sum, t) => sum + guarded(t, genesis, chain.head, chain.header), 0)
    expect(chain.asked.length).toBeLessThanOrEqual(1.1 * peer)
  })

  it('answer null before the first block, at whatever height the chain begins', async () => {
    for (const first of [0n, 1n, 23_484_348n]) {
      const chain = chainOf(timesOf(50, few), first)
      const targets = [0, 1_500_000_000, 1_600_000_000, (chain.header(first)?.timestamp ?? 0) - 1, chain.head.timestamp]
      const more = [chain.header(first)?.timestamp ?? 0, chain.head.timestamp + 1_000_000]
      const found = await blocksAt([...targets, ...more], chain.head, 12, chain.read)
      expect(found).toEqual([...targets, ...more].map(chain.expected))
      expect(found.slice(0, 2)).toEqual([null, null])
    }
  })

  it('read a chain of few blocks that begins high little more than block by block, however many times ask', async () => {
    const chain = chainOf(timesOf(60, few), 23_484_348n)
    const first = chain.header(23_484_348n)?.timestamp ?? 0
    const targets = Array.from({ length: 400 }, (_, i) => chain.head.timestamp - 3_600 * i)
    const found = await blocksAt([...targets, first - 1], chain.head, 12, chain.read)
    expect(found).toEqual([...targets, first - 1].map(chain.expected))
    // beside its blocks only what it takes to halve the way down to the first one
    expect(chain.asked.length).toBeLessThanOrEqual(60 + 30)
  })

  it('take a node that lacks a block which must be there for one that lags', async () => {
    const chain = chainOf(timesOf(1_000, slots))
    const behind = async (numbers: readonly bigint[]) =>
      numbers.map((number) => (number > 400n ? null : chain.header(number)))
    const times = [chain.header(300n), chain.header(700n)].map((header) => header?.timestamp ?? 0)
    await expect(blocksAt(times, chain.head, 12, behind)).rejects.toThrow('behind')
  })

  it.each([
    ['later than the head', (t: number) => t + 10_000_000],
    ['earlier than the first block', (t: number) => t - 10_000_000],
    ['a little out of order', (t: number) => t - 3_600],
    ['zero', () => 0],
  ])('refuse a node whose blocks in the middle have a time %s, and ask it no further', async (_, change) => {
    const chain = chainOf(timesOf(5_000, slots))
    let asked = 0
    const read = async (numbers: readonly bigint[]) => {
      asked += 1
      if (asked > 100) throw new Error('It asks without end.')
      return numbers.map((number) => {
        const header = chain.header(number)
        return header && number > 1_000n && number < 4_000n && number % 2n === 0n
          ? { ...header, timestamp: change(header.timestamp) }
          : header
      })
    }
    const first = chain.header(0n)?.timestamp ?? 0
    const targets = Array.from({ length: 200 }, (_each, i) =>
      Math.floor(first + ((chain.head.timestamp - first) * i) / 200),
    )
    await expect(blocksAt(targets, chain.head, 12, read)).rejects.toThrow('not valid')
  })
})
