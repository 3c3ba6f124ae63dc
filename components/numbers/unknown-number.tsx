import { useLocale, useTranslations } from 'next-intl'
import { chainName, titleOf } from '@/lib/numbers/name'
import type { NumberIndex } from '@/lib/numbers/number-index'
import { Sentence } from '../figures/sentence'
import { Value } from '../figures/value'
import { AllPages } from '../layout/not-found'
import { keyLabel } from './number-label'
import { similarNumbers } from './number-tree'

/** No number has this id: those whose ids look most like it. */
export function UnknownNumber({ numbers, id }: { readonly numbers: NumberIndex; readonly id: string }) {
  const locale = useLocale()
  const t = useTranslations('errors.number')
  const near = similarNumbers(numbers, id)
  return (
    <>
      <Sentence>
        <span className="break-all">{t('sentence', { id: id.slice(0, 120) })}</span>
      </Sentence>
      <p className="prose text-muted">{t('what')}</p>
      {near.length > 0 ? (
        <>
          <p className="mt-4">{t('near')}</p>
          <ul className="mt-1 max-w-[48rem]">
            {near.map((num) => (
              <li
                key={num.id}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-rule py-1.5"
              >
                <span>
                  {titleOf(num, locale)}{' '}
                  <span className="text-muted">
                    {keyLabel(num, locale)} {chainName(num.chain)}
                  </span>
                </span>
                <Value of={num} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <AllPages />
    </>
  )
}
