import type { Chain } from '../chains'
import type { Failure } from '../errors'
import { DAY, HOUR, MINUTE } from '../format/time'
import type { EndpointCheck } from '../reader/check-endpoint'

export type Checked = { readonly name: string; readonly url: string; readonly check: EndpointCheck | Failure }

/** A head that is older than this is of a node that stands still. */
const oldSeconds = 10 * MINUTE

const age = (seconds: number): string => {
  if (seconds < 2 * MINUTE) return `${Math.max(0, seconds)} s`
  if (seconds < 2 * HOUR) return `${Math.floor(seconds / MINUTE)} min`
  return seconds < 2 * DAY ? `${Math.floor(seconds / HOUR)} h` : `${Math.floor(seconds / DAY)} days`
}

/** What to call a URL: the host of a public one; one's own by its variable alone, as its host can hold a key, too. */
export const nameOf = ({ id, endpoints }: Chain, url: string, index: number): string =>
  endpoints.some((each) => each.url === url) ? new URL(url).host : `RPC_URL_${id}, URL ${index + 1}`

export const isUsable = ({ check }: Checked, now: number): boolean =>
  'head' in check && now - check.head.timestamp <= oldSeconds

const batchText = (batch: number | null): string =>
  batch === null ? 'batches not tried: too many requests' : batch === 1 ? 'no batches' : `batches of ${batch}`

const archiveText = (archive: boolean | null): string =>
  archive === null ? 'old states not known' : archive ? 'old states' : 'no old states'

/** Where an endpoint does other than its mark says. */
const differences = ({ endpoints }: Chain, url: string, { batch, archive }: EndpointCheck): string => {
  const mark = endpoints.find((each) => each.url === url)
  const marks = [
    mark?.batch !== undefined && batch !== null && mark.batch !== batch ? `batches of ${mark.batch}` : '',
    mark?.archive !== undefined && archive !== null && mark.archive !== archive ? archiveText(mark.archive) : '',
  ].filter(Boolean)
  return marks.length === 0 ? '' : ` (marked: ${marks.join(', ')})`
}

/** One endpoint in one line. */
export const checkedLine = (chain: Chain, { name, url, check }: Checked, width: number, now: number): string => {
  const start = `  ${name.padEnd(width)}  `
  if (!('head' in check)) return `${start}${check.message}`
  const old = now - check.head.timestamp
  const head = old > oldSeconds ? `stands still: newest block ${age(old)} old` : `newest block ${age(old)} old`
  const parts = [head, batchText(check.batch), archiveText(check.archive), `${check.milliseconds} ms`]
  return `${start}${parts.join(', ')}${differences(chain, url, check)}`
}
