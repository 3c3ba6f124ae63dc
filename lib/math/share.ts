import { divide, type Fixed, isZero } from './fixed'

/** `part / whole` with 12 decimals; null where the whole is 0 or either is unknown. */
export const shareOf = (part: Fixed | null, whole: Fixed | null): Fixed | null =>
  part && whole && !isZero(whole) ? divide(part, whole, 12) : null

/** A share as an SVG percentage of a bar's length, cut to what a pixel can show: `0.4512` → `45.12`. For pixels only. */
export const percentOf = (part: Fixed | null, whole: Fixed | null): number => {
  const share = shareOf(part, whole)
  if (!share) return 0
  const percent =
    Number(divide({ raw: share.raw * 100n, decimals: share.decimals }, { raw: 1n, decimals: 0 }, 2).raw) / 100
  return Math.min(Math.max(percent, 0), 100)
}
