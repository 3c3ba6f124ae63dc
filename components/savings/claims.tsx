import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import { Block } from '../figures/block'
import { FactList } from '../figures/fact-list'

const claims = ['susds', 'sdai', 'sxdai', 'bridged', 'susdc', 'vaults'] as const
const notes = ['rates', 'live', 'cap'] as const

/** What each product is a claim on, and why these amounts are never added up. */
export function SavingsClaims() {
  const locale = useLocale()
  const t = useTranslations('savings.claims')
  return (
    <Block
      id="claims"
      title={t('title')}
      caption={t('caption')}
      foot={
        <a href={href(locale, '/method#line-savings')} className="link">
          {t('foot')}
        </a>
      }
    >
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
        <FactList
          facts={claims.map((claim) => ({
            key: claim,
            name: <span className="font-medium">{t(`${claim}.name`)}</span>,
            about: t(`${claim}.what`),
            value: <span className="text-muted">{t(`${claim}.counted`)}</span>,
          }))}
        />
        <div className="prose space-y-2">
          {notes.map((note) => (
            <p key={note}>{t(note)}</p>
          ))}
        </div>
      </div>
    </Block>
  )
}
