import type { Frame } from './chart-layout'

/**
 * What charts are painted for. A phone gets a picture of its own, taller and with fewer marks: nothing is ever shrunk to
 * fit. Pages show the frame nearest to their width; a picture has one of its own (`pictureFrame`).
 */
export const frames = {
  page: { width: 1128, height: 340, narrow: false },
  /** Half a page, beside another block, and most embeds. */
  column: { width: 680, height: 300, narrow: false },
  phone: { width: 328, height: 360, narrow: true },
} as const satisfies Readonly<Record<string, Frame>>

export type FrameName = keyof typeof frames
