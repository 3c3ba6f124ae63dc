'use client'

import { useParams } from 'next/navigation'
import { href, isLocale } from '@/lib/i18n/locales'
import en from '@/lib/i18n/messages/en/errors.json'
import zhHant from '@/lib/i18n/messages/zh-Hant/errors.json'

/** What stands in place of a page that could not be made. It carries its own words, for it must need nothing else. */
export function Failed({ retry }: { readonly retry: () => void }) {
  const { locale } = useParams()
  const language = typeof locale === 'string' && isLocale(locale) ? locale : 'en'
  const words = (language === 'en' ? en : zhHant).error
  return (
    <main lang={language} className="mx-auto max-w-[75rem] px-4 py-10 sm:px-6">
      <title>{`${words.title} · Sparkscope`}</title>
      <p className="mb-10 text-title font-semibold">
        <a href={href(language, '/')}>
          spark<span className="text-ember">scope</span>
        </a>
      </p>
      <h1 className="text-sentence font-semibold tracking-tight">{words.sentence}</h1>
      <p className="prose mt-2 text-muted">{words.what}</p>
      <button type="button" onClick={() => retry()} className="mt-4 rounded border border-edge px-4 py-1.5">
        {words.again}
      </button>
    </main>
  )
}
