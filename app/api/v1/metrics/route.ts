import { respond } from '@/app/api/respond'
import { metricJson } from '@/lib/api/catalogue'
import { metrics } from '@/lib/metrics'

export const dynamic = 'force-dynamic'

export const GET = () => respond(() => ({ metrics: metrics.map(metricJson) }))
