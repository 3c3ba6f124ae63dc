import { definePage } from '@/app/define-page'
import { Method } from '@/components/method/method'

export default definePage('method', ({ numbers }) => ({ body: <Method numbers={numbers} /> }))
