import { definePage } from '@/app/define-page'
import { Rwa } from '@/components/rwa/rwa'

export default definePage('rwa', ({ numbers, network, query }) => ({
  body: <Rwa numbers={numbers} network={network} sort={query.sort} />,
}))
