import { useTranslations } from 'next-intl'
import { termNames } from '@/lib/i18n/terms'

export function Glossary() {
  const t = useTranslations('glossary')
  return (
    <section id="glossary">
      <h2 className="text-sentence font-semibold tracking-tight">{t('title')}</h2>
      <dl className="mt-3 grid gap-x-10 gap-y-4 sm:grid-cols-2">
        {termNames.map((name) => (
          <div key={name} id={`term-${name}`}>
            <dt className="font-semibold">{t(`terms.${name}.word`)}</dt>
            <dd className="prose text-muted">{t(`terms.${name}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
