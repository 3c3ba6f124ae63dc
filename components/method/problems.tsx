import { useTranslations } from 'next-intl'

/** Every code that the API and the server answer with, and its status: a problem's `type` leads here. */
export const problemCodes = [
  ['bad-parameter', 400],
  ['bad-request', 400],
  ['unknown-number', 404],
  ['unknown-metric', 404],
  ['unknown-snapshot', 404],
  ['not-found', 404],
  ['method-not-allowed', 405],
  ['url-too-long', 414],
  ['internal', 500],
  ['not-ready', 503],
  ['busy', 503],
  ['store-unavailable', 503],
  ['unavailable', 503],
] as const

export function Problems() {
  const t = useTranslations('method.problems')
  return (
    <section id="problems" className="mt-10">
      <h2 className="text-sentence font-semibold tracking-tight">{t('title')}</h2>
      <p className="prose text-muted">{t('what')}</p>
      <dl className="mt-3 grid gap-x-10 gap-y-2 text-small sm:grid-cols-2">
        {problemCodes.map(([code, status]) => (
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
