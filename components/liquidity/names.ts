import { useLocale } from 'next-intl'
import { chainBySlug, tokenLabel } from '@/lib/chains'
import { messages } from '@/lib/i18n/messages'
import { venueName } from './venue-name'

/** What people call a venue or an asset. */
export const useGroupName = (metric: 'venue-usd' | 'asset-usd'): ((key: string) => string) => {
  const locale = useLocale()
  return (key) =>
    metric === 'asset-usd'
      ? tokenLabel(chainBySlug('ethereum'), key)
      : venueName(key, messages[locale].liquidity.venues)
}
