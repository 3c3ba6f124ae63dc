import { getHandover } from '@/lib/server/handover'

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/** The public origin; where none is set, this request's own if it came to this machine itself; else null. */
export const originOf = (request: Request): string | null => {
  const { siteUrl } = getHandover()
  if (siteUrl) return siteUrl
  const host = request.headers.get('host') ?? ''
  return loopback.test(host) ? `http://${host}` : null
}
