import { definePage } from '@/app/define-page'
import { Liquidity } from '@/components/liquidity/liquidity'

export default definePage('liquidity', ({ numbers, query }) => ({
  body: <Liquidity numbers={numbers} sort={query.sort} />,
}))
