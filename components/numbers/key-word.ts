import type { useTranslations } from 'next-intl'
import { chainName, keyName } from '@/lib/numbers/name'
import type { Observation } from '@/lib/numbers/number-index'

type Translate = ReturnType<typeof useTranslations<'common'>>

const lines = ['LEND', 'SAVINGS', 'LIQUIDITY', 'RWA'] as const

/** What the key is called, a line by its name; null of a total, which is told by its chain alone. */
export const keyWord = (num: Observation, t: Translate): string | null => {
  if (num.key === 'TOTAL') return null
  const line = num.metric.startsWith('tvl.') ? lines.find((each) => each === num.key) : undefined
  return line ? t(`line.${line}`) : keyName(num)
}

/** `USDC · Ethereum`; of a total its chain alone. */
export const placeWords = (num: Observation, t: Translate): string =>
  [keyWord(num, t), chainName(num.chain) ?? t('all-chains')].filter((word) => word !== null).join(' · ')
