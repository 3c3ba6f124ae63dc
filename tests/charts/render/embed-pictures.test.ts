import { describe, expect, it } from 'vitest'
import { charts } from '@/lib/charts/catalogue'
import { embedPictures, layPictures } from '@/lib/charts/render/embed/pictures'
import { inputOf, stateOf } from '../support/sample-series'

/** Whether a place of these sides shows the picture, by its own query. */
const isSeen = (query: string, width: number, height: number): boolean =>
  [...query.matchAll(/\((min|max)-(width|height):([\d.]+)px\)/g)].every(([, bound, side, px]) => {
    const is = side === 'width' ? width : height
    return bound === 'min' ? is >= Number(px) : is <= Number(px)
  })

describe('the pictures of an embed', () => {
  it('are chosen by the size of their place, one for each, with words of 10 px at least', () => {
    for (let width = 250; width <= 1600; width += 7)
      for (let height = 93; height <= 900; height += 11) {
        const seen = embedPictures.filter(({ query }) => isSeen(query, width, height))
        expect(seen).toHaveLength(1)
        const [{ width: w, height: h } = { width: 1, height: 1 }] = seen
        expect(12 * Math.min(width / w, height / h)).toBeGreaterThanOrEqual(10)
      }
  })

  it.each(charts.map(({ slug }) => slug))('leave the plot of %s room in each of them', (slug) => {
    const input = inputOf(slug)
    for (const { layout } of layPictures(stateOf(input), input.view)) {
      const { plot, size } = layout
      expect(plot.bottom - plot.top).toBeGreaterThan(size.height * 0.25)
      expect(plot.right - plot.left).toBeGreaterThan(size.width * 0.35)
    }
  })
})
