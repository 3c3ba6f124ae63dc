import type { SyntheticChain } from './synthetic-chains'

/** How the peers look for the last block at or before a time: first block and head known, every other header read. */
type Search = (chain: SyntheticChain, time: number) => { readonly block: number; readonly reads: number }

type Step = (bracket: { readonly width: number; readonly share: number; readonly before: number }) => number

const within =
  (step: Step): Search =>
  ({ head, timeOf }, time) => {
    let [low, high, lowTime, highTime] = [0, head, timeOf(0), timeOf(head)]
    let [reads, before] = [0, Number.POSITIVE_INFINITY]
    while (high - low > 1) {
      const width = high - low
      const share = (time - lowTime) / Math.max(1, highTime - lowTime)
      const middle = low + Math.min(width - 1, Math.max(1, step({ width, share, before })))
      before = width
      reads += 1
      const read = timeOf(middle)
      if (read <= time) [low, lowTime] = [middle, read]
      else [high, highTime] = [middle, read]
    }
    return { block: low, reads }
  }

const halve = (width: number) => Math.floor(width / 2)

export const binarySearch = within(({ width }) => halve(width))

/** Interpolation that bisects wherever it has not halved its bracket. */
export const guardedInterpolation = within(({ width, share, before }) =>
  width * 2 > before ? halve(width) : Math.floor(share * width),
)
