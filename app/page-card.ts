import { rates } from '@/lib/charts/catalogue/rates'
import { spkVesting } from '@/lib/charts/catalogue/spk-vesting'
import { tvl } from '@/lib/charts/catalogue/tvl'
import { siblingHref } from '@/lib/charts/query/links'
import { defaultView } from '@/lib/charts/query/view'
import { href, type Locale } from '@/lib/i18n/locales'
import type { PageName } from '@/lib/pages'

/** Pages that begin with a chart have its picture as their card, as they show it. */
const charts: Partial<Record<PageName, { readonly chart: typeof tvl; readonly mode?: string }>> = {
  overview: { chart: tvl },
  lend: { chart: rates, mode: 'supply' },
  savings: { chart: rates },
  spk: { chart: spkVesting },
}

/** What a link to a page unfolds to: the picture of its first chart, else a card of its own. `path` is without language. */
export const pageCardHref = (name: PageName, path: string, locale: Locale): string => {
  const first = charts[name]
  if (first === undefined) return `/cards${href(locale, path)}.png`
  const { chart, ...mode } = first
  return siblingHref(locale, chart, { ...defaultView(chart), locale, ...mode }, 'png')
}
