import type { LineKey } from '@/lib/products/lines'

/** A fixed colour a line, the same everywhere. Class names stand in full: the style sheet is built from what it finds. */
export const lineFill: Readonly<Record<LineKey, string>> = {
  LEND: 'fill-lend',
  LIQUIDITY: 'fill-liquidity',
  RWA: 'fill-rwa',
  SAVINGS: 'fill-savings',
}
