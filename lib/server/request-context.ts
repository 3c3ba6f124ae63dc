/** What the server tells a route of the request that it makes, in headers of its own: a visitor's are not passed on. */
export type RequestContext = {
  /** One-time; inline scripts and styles that carry it may run. */
  readonly nonce: string
  /** Public origin that absolute links may use; null where none is known. */
  readonly origin: string | null
  /** Whether the router asks, for a page that stands already: Next hides its own headers. */
  readonly navigated: boolean
}

const names = { nonce: 'x-nonce', origin: 'x-site-origin', navigated: 'x-navigated' } as const

export const contextHeaders = ({ nonce, origin, navigated }: RequestContext): Readonly<Record<string, string>> => ({
  // where Next takes the nonce of its own scripts from
  'content-security-policy': `script-src 'nonce-${nonce}'`,
  [names.nonce]: nonce,
  ...(origin === null ? {} : { [names.origin]: origin }),
  ...(navigated ? { [names.navigated]: '1' } : {}),
})

export const requestContext = (headers: Pick<Headers, 'get'>): RequestContext => ({
  nonce: headers.get(names.nonce) ?? '',
  origin: headers.get(names.origin),
  navigated: headers.get(names.navigated) !== null,
})
