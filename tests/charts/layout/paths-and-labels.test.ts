import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaPath, barPath, linePath } from '@/lib/charts/layout/path'
import { sampleRun } from '@/lib/charts/layout/sample-run'
import { placeNotes, spreadLabels } from '@/lib/charts/layout/spread-labels'
import { fitText, textWidth, wrapText } from '@/lib/charts/layout/text-width'

/** Follows relative path data: the points at which its strokes end. */
const follow = (d: string): [number, number][] => {
  const points: [number, number][] = []
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of d.matchAll(/([MlhvVz])([^MlhvVz]*)/g)) {
    const numbers = [...rest.matchAll(/-?(\d+\.?\d*|\.\d+)/g)].map(([n]) => Number(n))
    if (command === 'M') [x, y] = [numbers[0] ?? 0, numbers[1] ?? 0]
    if (command === 'h') x += numbers[0] ?? 0
    if (command === 'v') y += numbers[0] ?? 0
    if (command === 'V') y = numbers[0] ?? 0
    if (command === 'l')
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i] ?? 0
        y += numbers[i + 1] ?? 0
        points.push([Math.round(x * 10) / 10, Math.round(y * 10) / 10])
      }
    else if (command !== 'z') points.push([Math.round(x * 10) / 10, Math.round(y * 10) / 10])
  }
  return points
}

describe('path data', () => {
  it('is short, relative, and in tenths of a pixel', () => {
    expect(linePath([[10, 20, 12.34, 19.5, 15, 19.5, 16, 25]], 'line')).toBe('M10 20l2.3-.5h2.7l1 5.5')
    expect(linePath([[0, 5, 10, 5, 20, 1]], 'step')).toBe('M0 5h20v-4')
    expect(areaPath([[10, 20, 20, 10]], 100, 'line')).toBe('M10 100v-80l10-10V100z')
    expect(barPath(1, 3.5, 90, 100)).toBe('M1 90h2.5v10h-2.5z')
  })

  it('ends every stroke within half a tenth of its point: errors do not add up', () => {
    const coordinate = fc.double({ min: 0, max: 1200, noNaN: true })
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 4, maxLength: 400 }), (numbers) => {
        const run = numbers.slice(0, numbers.length - (numbers.length % 2))
        const ends = follow(linePath([run], 'line'))
        const last = [run.at(-2) ?? 0, run.at(-1) ?? 0]
        const end = ends.at(-1) ?? [0, 0]
        expect(Math.abs((end[0] ?? 0) - (last[0] ?? 0))).toBeLessThanOrEqual(0.0501)
        expect(Math.abs((end[1] ?? 0) - (last[1] ?? 0))).toBeLessThanOrEqual(0.0501)
      }),
    )
  })

  it('draws nothing of a run of one point', () => {
    expect(linePath([[1, 2]], 'line')).toBe('')
    expect(areaPath([[1, 2]], 10, 'line')).toBe('')
  })
})

describe('down-sampling', () => {
  it('keeps the first, the last, the minimum and the maximum of every pixel column', () => {
    const run = Array.from({ length: 10_000 }, (_, i) => [i / 20, Math.sin(i * i) * 100]).flat()
    const kept = sampleRun(run)
    expect(kept.length / 2).toBeLessThanOrEqual(4 * 501)
    for (let column = 0; column < 500; column++) {
      const of = (all: readonly number[]) => all.filter((_, i) => i % 2 === 1 && Math.floor(all[i - 1] ?? 0) === column)
      expect(Math.min(...of(kept))).toBe(Math.min(...of(run)))
      expect(Math.max(...of(kept))).toBe(Math.max(...of(run)))
    }
    expect(kept.slice(0, 2)).toEqual(run.slice(0, 2))
    expect(kept.slice(-2)).toEqual(run.slice(-2))
  })

  it('leaves alone what has room', () => {
    const run = [0, 1, 10, 2, 20, 3, 30, 4, 40, 5]
    expect(sampleRun(run)).toBe(run)
  })

  it('keeps x rising', () => {
    const run = Array.from({ length: 5_000 }, (_, i) => [i / 50, (i * 7919) % 101]).flat()
    const xs = sampleRun(run).filter((_, i) => i % 2 === 0)
    expect(xs.every((x, i) => i === 0 || x >= (xs[i - 1] ?? 0))).toBe(true)
  })
})

describe('labels', () => {
  it('never stand nearer than the gap nor outside, keep their order, and stay where there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 20 }), (wanted) => {
        const placed = spreadLabels(wanted, 15, 0, 300)
        if (placed === null) throw new Error('they fit')
        const order = wanted.map((_, i) => i).sort((a, b) => (placed[a] ?? 0) - (placed[b] ?? 0))
        order.forEach((i, rank) => {
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-6)
          expect(placed[i]).toBeLessThanOrEqual(300 + 1e-6)
          const before = order[rank - 1]
          if (before === undefined) return
          expect((placed[i] ?? 0) - (placed[before] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-6)
          expect(wanted[i] ?? 0).toBeGreaterThanOrEqual((wanted[before] ?? 0) - 1e-9)
        })
      }),
    )
    expect(spreadLabels([10, 100, 200], 15, 0, 300)).toEqual([10, 100, 200])
    expect(spreadLabels([100, 100], 15, 0, 300)).toEqual([92.5, 107.5])
  })

  it('says where they cannot fit', () => {
    expect(spreadLabels([1, 2, 3], 15, 0, 20)).toBeNull()
  })

  it('above a plot overlap neither each other nor each other’s lines', () => {
    const wishes = [100, 130, 160, 700, 990].map((x) => ({ x, text: 'something that happened', line: true }))
    const placed = placeNotes(wishes, 0, 1000, 12, 3)
    const spans = placed.map((each, i) => {
      if (each === null) return null
      const width = textWidth('something that happened', 12)
      const x = wishes[i]?.x ?? 0
      const from = each.anchor === 'start' ? x + 5 : x - 5 - width
      return { from, to: from + width, row: each.row, x }
    })
    for (const a of spans)
      for (const b of spans) {
        if (a === null || b === null || a === b) continue
        if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true)
        if (b.row >= a.row) expect(b.x > a.from && b.x < a.to).toBe(false)
      }
    expect(placed[4]?.anchor).toBe('end')
    expect(placed.slice(0, 3).map((each) => each?.row)).toEqual([2, 1, 0])
  })

  it('are dropped, not squeezed, where there is no row left', () => {
    const wishes = [100, 105, 110, 115].map((x) => ({ x, text: 'much too long for one row', line: true }))
    expect(placeNotes(wishes, 0, 1000, 12, 3).filter((each) => each === null)).toHaveLength(1)
  })
})

describe('text', () => {
  it('is as wide as its characters, ideographs a whole em', () => {
    expect(textWidth('歸屬', 10)).toBeCloseTo(20.4, 5)
    expect(textWidth('Lend', 12, 'semibold')).toBeGreaterThan(textWidth('Lend', 12))
  })

  it('breaks at spaces and between ideographs, never before a stop, never inside a number and its unit', () => {
    expect(wrapText('one two three', textWidth('one two', 12) + 1, 12)).toEqual(['one two', 'three'])
    const lines = wrapText('Spark 共持有 79.08\u00a0億，較 30 天前增加。', 90, 12)
    expect(lines.join('').replaceAll(' ', '')).toBe('Spark共持有79.08\u00a0億，較30天前增加。')
    for (const line of lines) expect(line).not.toMatch(/^[，。、：；]/)
    expect(lines.some((line) => line.includes('79.08\u00a0億'))).toBe(true)
  })

  it('is cut with an ellipsis where it does not fit', () => {
    expect(fitText('Sparkscope', 1000, 12)).toBe('Sparkscope')
    const cut = fitText('A very long source that never ends', 100, 12)
    expect(cut.endsWith('…')).toBe(true)
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(100)
  })
})
