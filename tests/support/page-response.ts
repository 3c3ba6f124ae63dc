import { emptyPageResponse, type PageResponse, setPageResponseStorage } from '@/lib/pages/response'

/** Lets components render as in one request, until the next one starts; answers what they tell the server. */
export const startPageResponse = (): PageResponse => {
  const page = emptyPageResponse()
  setPageResponseStorage({ getStore: () => page })
  return page
}
