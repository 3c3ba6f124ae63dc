import type { useTranslations } from 'next-intl'
import type { Observation } from '@/lib/numbers/number-index'
import { omittedKind, omittedKinds } from '@/lib/numbers/omitted-kind'

type Translate = ReturnType<typeof useTranslations<'common'>>

/** What a sum leaves out, by what it is and why: "excludes 4 unpriced reward tokens". */
export const omittedWords = (omitted: NonNullable<Observation['omitted']>, t: Translate): string => {
  const parts = omittedKinds.flatMap((kind) => {
    const count = omitted.filter((each) => omittedKind(each) === kind).length
    return count === 0 ? [] : [t(`omitted.${kind}`, { count })]
  })
  const last = parts.at(-1) ?? ''
  const what = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}${t('omitted.and')}${last}`
  return t('omitted.lead', { what })
}
