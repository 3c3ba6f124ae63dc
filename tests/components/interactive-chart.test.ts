import { describe, expect, it } from 'vitest'
import { daysBetween, rowsOf } from '@/components/charts/recharts-rows'
import { indexAfterKey, nearestIndex } from '@/components/charts/use-pointer'
import { charts } from '@/lib/charts/catalogue'
import { isSizeName, type SizeName, sizeNames, sizes } from '@/lib/charts/layout/sizes'
import { renderDrawing } from '@/lib/charts/render/drawing'
import { inputOf, layoutOf, MIDNIGHT, stateOf } from '../charts/support/sample-series'

const slugs = charts.map(({ slug }) => slug)

const drawingOf = (slug: string, size: SizeName) => {
  const input = inputOf(slug, {}, { size: sizes[size] })
  return renderDrawing(stateOf(input), layoutOf(input), 'en')
}

describe('the interactive chart', () => {
  it.each(slugs.flatMap((slug) => sizeNames.map((size) => [slug, size] as const)))(
    'places %s in %s where the server’s picture has it',
    (slug, size) => {
      if (!isSizeName(size)) throw new Error('no such size')
      const { layout, readings } = drawingOf(slug, size)
      const { rows, strokes } = rowsOf(layout)
      const { plot, x, y } = layout
      for (const { layer, name } of strokes) {
        const placed = rows
          .filter((row) => row[name] !== undefined)
          .flatMap((row) => [
            plot.left + (((row.x ?? 0) - x.from) / (x.to - x.from)) * (plot.right - plot.left),
            plot.bottom - (((row[name] ?? 0) - y.min) / (y.max - y.min)) * (plot.bottom - plot.top),
          ])
        const run = layer.runs[Number(name.split('/').at(-1))] ?? []
        expect(placed).toHaveLength(run.length)
        placed.forEach((px, i) => {
          expect(px).toBeCloseTo(run[i] ?? Number.NaN, 6)
        })
      }
      expect(strokes.length).toBeGreaterThan(0)
      expect(readings.x.length).toBe(readings.rows.length)
    },
  )

  it('reads whole days off a stretch of the plot, in order, and none off less than one', () => {
    const { layout } = drawingOf('tvl', 'page')
    const { left, right } = layout.plot
    expect(daysBetween(layout, right, left)).toEqual([layout.x.from, MIDNIGHT])
    expect(daysBetween(layout, left + 4, left + 4)).toBeNull()
  })

  it('finds the nearest reading, and goes from one to the next by keys', () => {
    expect([-5, 4, 6, 14, 100].map((px) => nearestIndex([0, 10, 20], px))).toEqual([0, 0, 1, 1, 2])
    expect(nearestIndex([], 3)).toBe(-1)
    expect(indexAfterKey('ArrowLeft', null, 3)).toBe(2)
    expect(indexAfterKey('ArrowLeft', 0, 3)).toBe(0)
    expect(indexAfterKey('ArrowRight', 2, 3)).toBe(2)
    expect(indexAfterKey('Home', 2, 3)).toBe(0)
    expect(indexAfterKey('Escape', 2, 3)).toBeNull()
    expect(indexAfterKey('a', 2, 3)).toBeUndefined()
    expect(indexAfterKey('End', null, 0)).toBeUndefined()
  })
})
