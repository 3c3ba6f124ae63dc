import type { Size } from './chart-layout'

/**
 * What charts are laid out for. A phone gets a picture of its own, taller and with fewer marks: nothing is ever shrunk to
 * fit. Pages show the size nearest to their width; a card has one of its own (`cardChartSize`).
 */
export const sizes = {
  page: { width: 1128, height: 340, narrow: false },
  /** Half a page, beside another block, and most embeds. */
  column: { width: 680, height: 300, narrow: false },
  phone: { width: 328, height: 360, narrow: true },
} as const satisfies Readonly<Record<string, Size>>

export type SizeName = keyof typeof sizes

export const sizeNames = Object.keys(sizes)
export const isSizeName = (name: string): name is SizeName => Object.hasOwn(sizes, name)
