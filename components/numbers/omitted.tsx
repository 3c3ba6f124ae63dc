import { useLocale, useTranslations } from 'next-intl'
import { titleOf } from '@/lib/numbers/name'
import type { NumberIndex, Observation } from '@/lib/numbers/number-index'
import { NumberLink } from '../figures/number-link'
import { reasonOf } from '../figures/status-text'
import { placeLabel } from './number-label'

/** What a sum leaves out, each by name and reason. */
export function Omitted({ numbers, num }: { readonly numbers: NumberIndex; readonly num: Observation }) {
  const locale = useLocale()
  const t = useTranslations('numbers')
  const common = useTranslations('common')
  if (!num.omitted?.length) return null
  return (
    <section id="omitted" className="mb-6">
      <h2 className="text-title font-semibold">{t('omitted')}</h2>
      <p className="prose text-muted">{t('omitted-what')}</p>
      <ul className="mt-2 text-small">
        {num.omitted.map(({ id, reason }) => {
          const held = numbers.byId(id)
          return (
            <li key={id} className="border-b border-rule py-1.5 last:border-0">
              {held ? (
                <NumberLink of={held} title={id} className="whitespace-normal">
                  {titleOf(held, locale)} · {placeLabel(held, common, locale)}
                </NumberLink>
              ) : (
                id
              )}
              <span className="block text-muted">{(held && reasonOf(held, common)) ?? reason}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
