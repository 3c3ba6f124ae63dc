import { respond } from '@/app/api/respond'
import { chartPaths } from '@/lib/api/chart-paths'
import { openApi } from '@/lib/api/openapi'

export const dynamic = 'force-dynamic'

const whole = { ...openApi, paths: { ...openApi.paths, ...chartPaths } }

export const GET = () => respond(() => whole)
