import { respond } from '@/app/api/respond'
import { metricJson } from '@/lib/api/catalogue'
import { Problem } from '@/lib/api/problem'
import { metricById } from '@/lib/metrics'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return respond(() => {
    const metric = metricById(id)
    if (!metric) throw new Problem('unknown-metric')
    return metricJson(metric)
  })
}
