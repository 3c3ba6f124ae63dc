import { useTranslations } from 'next-intl'
import { allProblems } from '@/lib/api/problem'

/** What the API and the server answer when they cannot: a problem's `type` leads here. */
export function Problems() {
  const t = useTranslations('method.problems')
  return (
    <section id="problems" className="mt-10">
      <h2 className="text-sentence font-semibold tracking-tight">{t('title')}</h2>
      <p className="prose text-muted">{t('what')}</p>
      <dl className="mt-3 grid gap-x-10 gap-y-2 text-small sm:grid-cols-2">
        {allProblems.map(({ code, status }) => (
          <div key={code} id={`problem-${code}`}>
            <dt>
              <code className="font-mono">{code}</code> <span className="text-muted">{status}</span>
            </dt>
            <dd className="prose text-muted">{t(`codes.${code}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
