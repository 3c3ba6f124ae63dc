import { getAppRuntime } from '@/lib/server/app-runtime'

/** The public origin; where none is set, what the server knows of a request that came to this machine itself; else null. */
export const originOf = (request: Request): string | null =>
  getAppRuntime().siteUrl ?? request.headers.get('x-site-origin')
