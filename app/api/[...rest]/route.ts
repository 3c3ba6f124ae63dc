import { respond } from '@/app/api/respond'
import { Problem } from '@/lib/api/problem'

export const dynamic = 'force-dynamic'

export const GET = () =>
  respond(() => {
    throw new Problem('not-found')
  })
