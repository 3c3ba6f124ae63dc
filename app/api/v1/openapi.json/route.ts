import { respond } from '@/app/api/respond'
import { openApiDocument } from '@/lib/api/openapi/document'

export const dynamic = 'force-dynamic'

export const GET = () => respond(openApiDocument)
