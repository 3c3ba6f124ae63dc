/** A fixed colour a line, the same everywhere. */
export const lineFill = {
  LEND: 'fill-lend',
  LIQUIDITY: 'fill-liquidity',
  RWA: 'fill-rwa',
  SAVINGS: 'fill-savings',
} as const
