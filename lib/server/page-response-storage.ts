import { AsyncLocalStorage } from 'node:async_hooks'
import { emptyPageResponse, type PageResponse, setPageResponseStorage } from '../pages/response'
import type { UpstreamResponse } from './fill'

const storage = new AsyncLocalStorage<PageResponse>()
setPageResponseStorage(storage)

/** An upstream's answer with what the page told beside it. */
export type PageUpstreamResponse = UpstreamResponse & { readonly page: PageResponse }

/** Runs one fill with a page response of its own, whatever else is being filled meanwhile. */
export const withPageResponse = async (fill: () => Promise<UpstreamResponse>): Promise<PageUpstreamResponse> => {
  const page = emptyPageResponse()
  return { ...(await storage.run(page, fill)), page }
}
