/** What a page may answer with; a page that throws is answered by the server itself. */
export type PageStatus = 200 | 400 | 404 | 503

/**
 * What a page being rendered tells the server beside its HTML: a page cannot set its status itself, and Next answers
 * `notFound()` with an empty body to a reader without script. One object a request, so that nothing outlives it.
 */
export type PageResponse = {
  status: PageStatus
  /** Parameters that the page was asked wrongly by. */
  refused: readonly string[]
  /** Parameters whose value took effect, of those that may name nothing on the page. */
  readonly applied: Set<string>
  /** HTML that client components write while the document is made, by name; see components/ui/static-html.tsx. */
  readonly html: Map<string, string>
}

/** Tells concurrent requests apart; an `AsyncLocalStorage` of lib/server. */
export type PageResponseStorage = { getStore(): PageResponse | undefined }

export const emptyPageResponse = (): PageResponse => ({ status: 200, refused: [], applied: new Set(), html: new Map() })

/** Next bundles its own copies of every module, one for server and one for client components: they meet at this global. */
const slot = Symbol.for('sparkscope.page-response')

export const setPageResponseStorage = (storage: PageResponseStorage): void => {
  Reflect.set(globalThis, slot, storage)
}

/** Throws outside a request that lib/server makes: a page's status must not be lost in silence. */
export const pageResponse = (): PageResponse => {
  // safe: only setPageResponseStorage writes this slot
  const storage = Reflect.get(globalThis, slot) as PageResponseStorage | undefined
  const response = storage?.getStore()
  if (!response) throw new Error('No page is being rendered: lib/server must make this request.')
  return response
}

/** Sets the status of the page being rendered, and which parameters it refuses. */
export const setPageStatus = (status: PageStatus, refused: readonly string[] = []): void => {
  Object.assign(pageResponse(), { status, refused })
}
