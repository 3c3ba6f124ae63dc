import type { useTranslations } from 'next-intl'
import type { Num } from '@/lib/view/numbers'

type Translate = ReturnType<typeof useTranslations<'common'>>

/** Why a number is not plainly known, in the reader's language; null where it is. */
export const reasonOf = (num: Num, t: Translate): string | null => {
  if (num.status === 'ok') return null
  if (num.code !== undefined && t.has(`failure.${num.code}`)) return t(`failure.${num.code}`)
  return num.reason ?? t(`status.${num.status}`)
}

/** What the number itself says in place of, or beside, a value: unlimited, none, a simple rate. */
export const noteOf = (num: Num, t: Translate): string | null => {
  if (num.note === undefined) return null
  const known = (['unlimited', 'none', 'simple-rate'] as const).find((note) => note === num.note)
  return known ? t(`note.${known}`) : num.note
}
