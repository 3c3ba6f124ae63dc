import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/format/date'
import { href, type Locale } from '@/lib/i18n/locales'
import { type Section, sections } from '@/lib/pages'

type HeaderProps = {
  readonly path: string
  readonly section: Section | null
  /** On the local network: unix seconds at which its clock stands, 0 before anything was read. */
  readonly local: { readonly clock: number } | null
}

export function Header({ path, section, local }: HeaderProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  return (
    <header className="mx-auto max-w-[75rem] px-4 sm:px-6">
      {local ? <LocalNetwork clock={local.clock} /> : null}
      <div className="flex items-center gap-x-4 py-4 sm:gap-x-7">
        <Link href={href(locale, '/')} prefetch={false} className="text-[1.1875rem] font-semibold tracking-tight">
          spark<span className="text-ember">scope</span>
        </Link>
        <nav aria-label={t('nav.label')} className="hidden flex-1 lg:block">
          <Links section={section} className="flex gap-x-5" />
        </nav>
        <div className="ml-auto flex items-center gap-x-2 text-small min-[22rem]:gap-x-3">
          <LanguageSwitch path={path} />
          <button
            type="button"
            data-theme-switch
            aria-label={t('theme')}
            title={t('theme')}
            className="needs-script grid size-8 place-items-center rounded text-muted hover:text-ink"
          >
            <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
              <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
              <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
            </svg>
          </button>
          <details className="relative lg:hidden">
            <summary className="list-none rounded border border-edge px-3 py-1">{t('nav.menu')}</summary>
            <nav
              aria-label={t('nav.label')}
              className="absolute right-0 z-20 mt-2 w-48 rounded border border-edge bg-card py-2"
            >
              <Links section={section} className="flex flex-col" itemClassName="px-4 py-2 text-text" />
            </nav>
          </details>
        </div>
      </div>
    </header>
  )
}

type LinksProps = { readonly section: Section | null; readonly className: string; readonly itemClassName?: string }

function Links({ section, className, itemClassName = 'py-1' }: LinksProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  return (
    <ul className={className}>
      {sections.map(({ name, path }) => (
        <li key={name}>
          <Link
            href={href(locale, path)}
            prefetch={false}
            aria-current={name === section ? 'page' : undefined}
            className={`block border-b-2 ${itemClassName} ${
              name === section ? 'border-ember text-ink' : 'border-transparent text-muted hover:text-ink'
            }`}
          >
            {t(`nav.${name}`)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Plain links, for the other language is another document. */
function LanguageSwitch({ path }: { readonly path: string }) {
  const locale = useLocale()
  const t = useTranslations('common')
  const choice = (to: Locale, short: string, name: string) => (
    <a
      href={href(to, path)}
      lang={to}
      hrefLang={to}
      aria-label={name}
      aria-current={to === locale ? 'true' : undefined}
      className={`py-1 whitespace-nowrap ${to === locale ? 'text-ink' : 'text-muted hover:text-ink'}`}
    >
      {short}
    </a>
  )
  return (
    <nav aria-label={t('nav.language')} className="flex items-center gap-x-1.5">
      {choice('en', 'EN', 'EN, English')}
      <span aria-hidden="true" className="text-muted">
        ·
      </span>
      {choice('zh-Hant', '繁中', '繁中，繁體中文')}
    </nav>
  )
}

function LocalNetwork({ clock }: { readonly clock: number }) {
  const locale = useLocale()
  const t = useTranslations('common')
  return (
    <p className="-mx-4 flex flex-wrap items-baseline gap-x-3 border-b border-rule bg-sunk px-4 py-1.5 text-small sm:mx-0 sm:rounded-b sm:border-x">
      <strong className="font-semibold text-warn">{t('local.mark')}</strong>
      <span className="text-muted">
        {clock > 0 ? `${t('local.clock', { time: formatDateTime(clock, locale) })}${locale === 'en' ? ' ' : ''}` : null}
        {t('local.what')}
      </span>
    </p>
  )
}
