import { respond } from '@/app/api/respond'
import { catalogueJson } from '@/lib/api/catalogue'

export const dynamic = 'force-dynamic'

export const GET = () => respond(catalogueJson)
