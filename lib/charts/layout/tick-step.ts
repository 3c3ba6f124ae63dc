/** Where a y axis begins and ends, and where it is marked. Floats, for pixels only. */
export type Domain = { readonly min: number; readonly max: number; readonly ticks: readonly number[] }

/** Part of a step by which the highest value may stand above the highest mark. */
const HEADROOM = 0.4

/** Part of a step that a value on the lowest mark stands above the axis, lest it be taken for the axis, or for zero. */
const FOOTROOM = 0.15

const SAME = 1e-9
const LEAST = 1e-30

const STEPS = [1, 2, 2.5, 5, 10]

/** The least step of 1, 2, 2.5 or 5 × 10^n that crosses `span` in at most `count` steps. */
export const tickStep = (span: number, count: number): number => {
  const rough = span / Math.max(count, 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  return (STEPS.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10) * power
}

/** Decimals that a multiple of a tick step needs. */
export const stepDecimals = (step: number): number => {
  for (let places = 0; places <= 12; places++)
    if (Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) < 1e-6) return places
  return 12
}

/** Multiples of a tick step that hold both ends; with `zero`, from zero. A constant gets room above it. */
export const linearDomain = (low: number, high: number, count: number, zero: boolean): Domain => {
  let [from, to] = zero ? [Math.min(low, 0), Math.max(high, 0)] : [low, high]
  const size = Math.max(Math.abs(from), Math.abs(to))
  // what differs by less than a float can place is a constant
  if (to - from <= size * SAME || size < LEAST) {
    if (size < LEAST) [from, to] = [0, 1]
    else [from, to] = [Math.min(from, 0) * 1.25, Math.max(to, 0) * 1.25]
  }
  const step = tickStep(to - from, count)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
  // what ends just beyond a mark needs a little headroom, not another mark beyond it
  const over = to / step - (last - 1)
  const under = first + 1 - from / step
  const [isOver, isUnder] = [
    last - first > 2 && over > 0 && over <= HEADROOM,
    last - first > 2 && under > 0 && under <= HEADROOM,
  ]
  const isOnFoot = !zero && first !== 0 && Math.abs(from - first * step) < step * 0.02
  return {
    min: isUnder ? from - step * 0.04 : first * step - (isOnFoot ? step * FOOTROOM : 0),
    max: isOver ? to + step * 0.04 : last * step,
    ticks: ticks.slice(isUnder ? 1 : 0, isOver ? -1 : undefined),
  }
}

/** Whole decades, with 2 and 5 between them where there are at most two; every second or third where there are many. */
export const logDomain = (low: number, high: number, count: number): Domain => {
  let from = Math.floor(Math.log10(low) + 1e-9)
  let to = Math.ceil(Math.log10(high) - 1e-9)
  if (from === to) [from, to] = [from - 1, to + 1]
  const stride = Math.ceil((to - from) / Math.max(count, 1))
  const ticks: number[] = []
  for (let power = from; power <= to; power += stride)
    for (const factor of to - from <= 2 && power < to ? [1, 2, 5] : [1]) ticks.push(factor * 10 ** power)
  return { min: 10 ** from, max: 10 ** to, ticks }
}
