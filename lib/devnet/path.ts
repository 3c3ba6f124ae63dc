import { type Day, targetDay } from './calendar'

// Additions and multiplications only: transcendental functions may differ between machines in the last bit, and a bit is a hash.

/** −1…1, always the same for a seed and an index. */
const knot = (seed: number, index: number): number => {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d)
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39)
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 31 - 1
}

const smooth = (x: number) => x * x * (3 - 2 * x)

/** A smooth curve through one random knot every `span` days, −1…1. */
const noise = (seed: number, day: Day, span: number): number => {
  const at = day / span
  const index = Math.floor(at)
  const before = knot(seed, index)
  return before + (knot(seed, index + 1) - before) * smooth(at - index)
}

export type Path = {
  /** Share of the final value on the first day. */
  readonly start: number
  readonly seed: number
  /** How far it deviates on the way, as a share. */
  readonly deviation?: number
  /** How far it still moves after arriving. */
  readonly residual?: number
  /** The day it arrives, where that is not `targetDay`. */
  readonly by?: Day
}

const UNIT = 1_000_000_000n

/** The share of its final value that a figure has on a day: it deviates on the way and is (almost) 1 from `by` on. */
const share = ({ start, seed, deviation = 0.06, residual = 0.0001, by = targetDay }: Path, day: Day): number => {
  const progress = Math.min(1, day / by)
  const level = start + (1 - start) * smooth(progress)
  const swing = noise(seed, day, 17) * 0.7 + noise(seed + 1000, day, 5) * 0.3
  return level * (1 + swing * (deviation * (1 - progress) * Math.min(1, 4 * progress + 0.3) + residual))
}

/** A final amount's value on a day. Depends on the day alone, never on where the network ends. */
export const valueOn = (final: bigint, path: Path, day: Day): bigint =>
  (final * BigInt(Math.round(share(path, day) * Number(UNIT)))) / UNIT

/** A path whose seed follows from its name. */
export const pathNamed = (name: string, start: number, more: Partial<Path> = {}): Path => ({
  start,
  seed: [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7),
  ...more,
})
