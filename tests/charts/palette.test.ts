import { describe, expect, it } from 'vitest'
import { colours, paintOf, surfaces, textPaintOf } from '@/lib/charts/palette'

describe('colours', () => {
  const channel = (hex: string, at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  const luminance = (hex: string): number =>
    0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5)
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (light + 0.05) / (dark + 0.05)
  }

  it.each(['light', 'dark'] as const)('in the %s theme are seen: words at 4.5, lines at 3', (theme) => {
    const card = surfaces.card[theme]
    for (const name of Object.keys(colours) as (keyof typeof colours)[]) {
      expect(contrast(paintOf(name, theme), card), `${name} line`).toBeGreaterThanOrEqual(3)
      expect(contrast(textPaintOf(name, theme), card), `${name} words`).toBeGreaterThanOrEqual(4.5)
    }
    for (const name of ['ink', 'muted'] as const)
      expect(contrast(surfaces[name][theme], card), name).toBeGreaterThanOrEqual(4.5)
  })

  it('are unlike each other', () => {
    for (const theme of ['light', 'dark'] as const) {
      const all = Object.values(colours).map((pair) => pair[theme])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
