import type { useTranslations } from 'next-intl'
import type { Observation } from '@/lib/numbers/number-index'

type Translate = ReturnType<typeof useTranslations<'common'>>

/** Why a number is not plainly known, in the reader's language; null where it is. */
export const reasonOf = (num: Observation, t: Translate): string | null => {
  if (num.status === 'ok') return null
  if (num.code !== undefined && t.has(`failure.${num.code}`)) return t(`failure.${num.code}`)
  return num.reason ?? t(`status.${num.status}`)
}

/** What `none` means depends on what there is none of; the first that fits. */
const noneOf = [
  { of: /^lend\.(supply|borrow)-cap-(max|gap)$/, note: 'not-automatic' },
  { of: /^lend\.(supply|borrow)-cap/, note: 'zero-cap' },
  { of: /^lend\.debt-ceiling/, note: 'not-isolated' },
  { of: /^lend\.emode-/, note: 'no-emode' },
] as const

const notes = ['unlimited', 'no-cap', 'none', 'simple-rate'] as const

/** Whether a cap's value is the contract's way of saying that there is none: 0, or the most its bits hold. */
export const isNoCap = ({ metric, note, value }: Observation): boolean =>
  value !== null && (note === 'none' || note === 'no-cap') && /^lend\.(supply|borrow)-cap$/.test(metric)

/** What the number itself says in place of, or beside, a value: unlimited, no cap, a simple rate. */
export const noteOf = ({ note, metric }: Observation, t: Translate): string | null => {
  if (note === undefined) return null
  const none = note === 'none' ? noneOf.find(({ of }) => of.test(metric))?.note : undefined
  const known = none ?? notes.find((each) => each === note)
  return known ? t(`note.${known}`) : note
}
