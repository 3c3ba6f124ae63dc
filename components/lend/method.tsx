import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { Block } from '../figures/block'
import { flagNames } from './reserve-model'

const notes = ['rates', 'stored', 'dollars', 'utilization', 'sky'] as const

/** How to read the tables: rates, dollars, and what each mark means. */
export function LendMethod() {
  const locale = useLocale()
  const t = useTranslations('lend.method')
  const flags = useTranslations('lend.flags')
  return (
    <Block
      id="method"
      title={t('title')}
      foot={
        <a href={href(locale, '/method#line-lend')} className="link">
          {t('foot')}
        </a>
      }
    >
      <div className="notes gap-x-12 md:columns-2">
        {notes.map((note) => (
          <p key={note}>{t(note)}</p>
        ))}
      </div>
      <h3 className="mt-4 mb-2 font-medium">{t('marks')}</h3>
      <dl className="grid gap-x-8 gap-y-2.5 text-small sm:grid-cols-2 lg:grid-cols-3">
        {flagNames.map((flag) => (
          <div key={flag}>
            <dt className="font-medium">{flags(`${flag}.word`)}</dt>
            <dd className="text-muted">{flags(`${flag}.what`)}</dd>
          </div>
        ))}
      </dl>
    </Block>
  )
}
