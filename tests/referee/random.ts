import { type Address, getAddress, keccak256, toHex } from 'viem'

/** The same seed gives the same numbers on any machine (mulberry32). */
export type Random = {
  /** From 0 up to, not including, 1. */
  unit(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  chance(probability: number): boolean
  pick<item>(items: readonly item[]): item
  /** About `digits` digits, each random: amounts whose last unit matters. */
  amount(digits: number): bigint
  between(low: bigint, high: bigint): bigint
  address(): Address
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1))
  const amount = (digits: number) => {
    const length = Math.max(1, whole(digits - 2, digits))
    return BigInt(Array.from({ length }, (_, index) => whole(index === 0 ? 1 : 0, 9)).join(''))
  }
  return {
    unit,
    whole,
    amount,
    chance: (probability) => unit() < probability,
    pick: (items) => {
      const item = items[whole(0, items.length - 1)]
      if (item === undefined) throw new RangeError('Nothing to pick from.')
      return item
    },
    between: (low, high) => low + (amount(60) % (high - low + 1n)),
    address: () => getAddress(`0x${keccak256(toHex(`${seed} ${unit()}`)).slice(-40)}`),
  }
}
