import type { useTranslations } from 'next-intl'
import { metricById, notes } from '@/lib/metrics'
import type { Observation } from '@/lib/numbers/number-index'

type Translate = ReturnType<typeof useTranslations<'common'>>

/** Why a number is not plainly known, in the reader's language; null where it is. */
export const reasonOf = (num: Observation, t: Translate): string | null => {
  if (num.status === 'ok') return null
  if (num.code !== undefined && t.has(`failure.${num.code}`)) return t(`failure.${num.code}`)
  return num.reason ?? t(`status.${num.status}`)
}

/** Whether a value is the contract's way of saying that there is no limit: 0, or the most its bits hold. */
export const isNoLimit = ({ metric, note, value }: Observation): boolean =>
  value !== null && (metricById(metric)?.noLimit?.some((each) => each === note) ?? false)

/** What the number itself says in place of, or beside, a value: unlimited, no cap, a simple rate. */
export const noteOf = ({ note, metric }: Observation, t: Translate): string | null => {
  if (note === undefined) return null
  const known = notes.find((each) => each === note)
  return known ? t(`note.${metricById(metric)?.notes?.[known] ?? known}`) : note
}
