import type { Size } from './chart-layout'

/**
 * What charts are laid out for. A phone gets a picture of its own, taller and with fewer marks. Pages show the size nearest
 * to their width, each so small that on the narrowest of its windows words of 12 px are still 10; a card has one of its own
 * (`cardChartSize`).
 */
export const sizes = {
  page: { width: 1100, height: 332, narrow: false },
  column: { width: 640, height: 290, narrow: false },
  phone: { width: 300, height: 340, narrow: true },
} as const satisfies Readonly<Record<string, Size>>

/** Of half a page, beside another chart. */
export const halfSize: Size = { width: 440, height: 300, narrow: true }

export type SizeName = keyof typeof sizes

export const sizeNames = Object.keys(sizes)
export const isSizeName = (name: string): name is SizeName => Object.hasOwn(sizes, name)
