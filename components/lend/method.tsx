import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'
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
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <div className="prose space-y-2">
          {notes.map((note) => (
            <p key={note}>{t(note)}</p>
          ))}
        </div>
        <div className="min-w-0">
          <h3 className="mb-1 font-medium">{t('marks')}</h3>
          <FactList
            facts={flagNames.map((flag) => ({
              key: flag,
              name: <span className="font-medium">{flags(`${flag}.word`)}</span>,
              about: flags(`${flag}.what`),
              value: null,
            }))}
          />
        </div>
      </div>
    </Block>
  )
}
