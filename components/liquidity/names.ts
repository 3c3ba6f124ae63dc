import { useTranslations } from 'next-intl'
import { chainBySlug, tokenLabel } from '@/lib/chains'

/** Venues whose name is not simply theirs in capitals. */
const venues: Readonly<Record<string, string>> = { SPARKLEND: 'SparkLend', PSM3: 'PSM3' }
const spoken = ['IDLE', 'REWARDS', 'OTHERS'] as const

/** What people call a venue or an asset. */
export const useGroupName = (metric: 'venue-usd' | 'asset-usd'): ((key: string) => string) => {
  const t = useTranslations('liquidity.venues')
  return (key) => {
    if (metric === 'asset-usd') return tokenLabel(chainBySlug('ethereum'), key)
    const word = spoken.find((each) => each === key)
    return word ? t(word) : (venues[key] ?? key.charAt(0) + key.slice(1).toLowerCase())
  }
}
