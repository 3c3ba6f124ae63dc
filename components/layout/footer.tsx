import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/format/date'
import { shortHex } from '@/lib/format/hex'
import { href } from '@/lib/i18n/locales'
import type { Snapshot } from '@/lib/numbers/number-index'

export function Footer({ snapshot }: { readonly snapshot: Snapshot | null }) {
  const locale = useLocale()
  const t = useTranslations('common')
  return (
    <footer className="mx-auto max-w-[75rem] px-4 pb-10 text-small text-muted sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 border-t border-rule pt-4">
        {snapshot && snapshot.time > 0 ? (
          <p>
            {t('footer.snapshot', { time: formatDateTime(snapshot.time, locale) })}{' '}
            <span className="font-mono whitespace-nowrap" title={snapshot.id}>
              {shortHex(snapshot.id, 10, 6)}
            </span>
          </p>
        ) : null}
        <p className="flex flex-wrap gap-x-5">
          <Link href={href(locale, '/method')} prefetch={false} className="link">
            {t('footer.method')}
          </Link>
          <Link href={href(locale, '/status')} prefetch={false} className="link">
            {t('nav.status')}
          </Link>
          <a href="/api/v1/numbers" className="link">
            API
          </a>
        </p>
      </div>
      <p className="prose mt-2">{t('footer.note')}</p>
    </footer>
  )
}
