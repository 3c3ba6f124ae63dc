import { products } from '../../products'
import type { Mark, SeriesContext, SeriesSpec } from './define-chart'
import { numberSeries, numbersOf, onChain } from './series'

/**
 * One metric of every savings product on every chain, the most important product first. On another chain the same product is
 * dashed: what it pays is carried there, so that it follows.
 */
export const overProducts = ({ known }: SeriesContext, metric: string, mark: Mark): readonly SeriesSpec[] =>
  products
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ key, name, colour }) =>
      numbersOf(known, metric, key).map(({ id, chain }, i) => {
        const drawn = { mark, colour, class: 'onchain', chain, shown: true } as const
        return numberSeries(id, { name: onChain(name.long, chain), ...drawn, group: `savings ${key}`, dashed: i > 0 })
      }),
    )
