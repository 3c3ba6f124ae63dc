import { describe, expect, it } from 'vitest'
import { colours, paintOf, surfaces, textPaintOf } from '@/lib/charts/render/palette'
import { contrast as contrastOf, rgbOf } from '../../support/contrast'

describe('colours', () => {
  const contrast = (a: string, b: string): number => contrastOf(rgbOf(a), rgbOf(b))

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
