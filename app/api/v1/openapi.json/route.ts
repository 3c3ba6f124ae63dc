import { respond } from '@/app/api/respond'
import { openApi } from '@/lib/api/openapi'

export const dynamic = 'force-dynamic'

export const GET = () => respond('fixed', () => openApi)
