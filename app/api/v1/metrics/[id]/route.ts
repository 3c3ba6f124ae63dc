import { respond } from '@/app/api/respond'
import { metricAnswer } from '@/lib/api/metric-json'

export const dynamic = 'force-dynamic'

export const GET = (_request: Request, { params }: { params: Promise<{ id: string }> }) =>
  respond(async () => metricAnswer((await params).id))
