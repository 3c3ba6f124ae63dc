import { respond } from '@/app/api/respond'
import { catalogueJson } from '@/lib/api/metric-json'

export const dynamic = 'force-dynamic'

export const GET = () => respond(catalogueJson)
