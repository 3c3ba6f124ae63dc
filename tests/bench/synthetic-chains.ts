import type { Header } from '@/lib/reader/block-at'

/** A chain that is nothing but the times of its blocks, numbered from 0. */
export type SyntheticChain = {
  readonly name: string
  /** Seconds between blocks, as the chain's registry would say it. */
  readonly blockTime: number
  /** Number of the newest block. */
  readonly head: number
  timeOf(number: number): number
}

export const DAY = 86_400
/** Midnight UTC, 2025-11-20. */
export const start = Date.UTC(2025, 10, 20) / 1000
export const days = 365

/** The same pseudo-random numbers each run, in [0, 1). */
const randomOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** Slots of fixed length, some of them missed: now and then one, and sometimes many within hours. */
const slots = (name: string, seconds: number, missed: number, seed: number): SyntheticChain => {
  const random = randomOf(seed)
  const times: number[] = []
  let rate = missed
  for (let slot = 0; slot * seconds < days * DAY; slot++) {
    if (slot % 300 === 0) rate = random() < 0.01 ? 0.3 : missed
    if (random() >= rate) times.push(start + slot * seconds)
  }
  return { name, blockTime: seconds, head: times.length - 1, timeOf: (number) => times[number] ?? Number.NaN }
}

const steady = (name: string, seconds: number): SyntheticChain => ({
  name,
  blockTime: seconds,
  head: (days * DAY) / seconds - 1,
  timeOf: (number) => start + number * seconds,
})

/** One to four blocks a second, by turns: another pace every ten minutes, that wanders. */
const wandering = (name: string, seed: number): SyntheticChain => {
  const random = randomOf(seed)
  const stretch = 600
  const firsts: number[] = [0]
  const paces: number[] = []
  let pace = 2.5
  for (let time = 0; time < days * DAY; time += stretch) {
    pace = Math.min(4, Math.max(1, pace + (random() - 0.5) * 0.4))
    paces.push(pace)
    firsts.push((firsts.at(-1) ?? 0) + Math.round(pace * stretch))
  }
  const timeOf = (number: number) => {
    let [low, high] = [0, firsts.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((firsts[middle] ?? 0) <= number) low = middle
      else high = middle
    }
    const [first = 0, next = 1] = [firsts[low], firsts[low + 1]]
    return start + low * stretch + Math.floor(((number - first) * stretch) / (next - first))
  }
  return { name, blockTime: 0.25, head: (firsts.at(-1) ?? 1) - 1, timeOf }
}

export const syntheticChains = (): readonly SyntheticChain[] => [
  slots('Ethereum-like, 12 s, 1 % of slots missed, more in bursts', 12, 0.01, 3),
  slots('Gnosis-like, 5 s, 2 % of slots missed, more in bursts', 5, 0.02, 5),
  steady('OP-like, every 2 s', 2),
  wandering('Arbitrum-like, 1 to 4 a second, wandering', 7),
]

export const headerOf = ({ timeOf }: SyntheticChain, number: bigint): Header => ({
  number,
  hash: `0x${number.toString(16)}`,
  timestamp: timeOf(Number(number)),
})
