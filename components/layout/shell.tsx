import { useLocale, useTranslations } from 'next-intl'
import type { Network } from '@/lib/chains'
import { href } from '@/lib/i18n/locales'
import type { Snapshot } from '@/lib/numbers/number-index'
import type { Section } from '@/lib/pages'
import type { PageStatus } from '@/lib/pages/response'
import type { ChainFreshness } from '@/lib/snapshot/freshness'
import { ChainStrip } from './chain-strip'
import { Footer } from './footer'
import { Header } from './header'
import { PreviewCard } from './preview-card'

/** What every page knows of the process that serves it. */
export type Site = {
  readonly snapshot: Snapshot | null
  readonly network: Network
  /** How each chain stands now. */
  readonly chains: readonly ChainFreshness[]
  readonly siteUrl: string | null
  /** Where absolute links lead: the public origin, or that of a request which came to this machine itself. */
  readonly origin: string | null
}

export type ShellProps = {
  readonly site: Site
  /** The page's path without language, e.g. `/lend`: for the language switch and the canonical link. */
  readonly path: string
  readonly section: Section | null
  readonly title: string
  readonly description?: string
  readonly status?: PageStatus
  /** What a link to the page unfolds to: paths of the picture and of the oEmbed answer. */
  readonly preview: { readonly image: string; readonly oembed?: string }
  readonly children: React.ReactNode
}

/**
 * The frame of a page. It writes the head itself, since React lifts these elements and Next would stream them late.
 * Search engines look away from what is not 200, and the language switch of a missing page leads home.
 */
export function Shell({ site, path, section, title, description, status = 200, preview, children }: ShellProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  const absolute = (to: string) => `${site.siteUrl ?? ''}${to}`
  return (
    <>
      <title>{path === '/' ? `${t('name')} · ${title}` : `${title} · ${t('name')}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      {status !== 200 ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={absolute(href(locale, path))} />
          <link rel="alternate" hrefLang="en" href={absolute(href('en', path))} />
          <link rel="alternate" hrefLang="zh-Hant" href={absolute(href('zh-Hant', path))} />
          <link rel="alternate" hrefLang="x-default" href={absolute(href('en', path))} />
          <PreviewCard
            title={title}
            description={description ?? t('name')}
            path={href(locale, path)}
            {...preview}
            locale={locale}
            origin={site.origin}
          />
        </>
      )}
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-card focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <Header
        path={status === 404 ? '/' : path}
        section={section}
        local={site.network === 'embedded' ? { clock: site.snapshot?.time ?? 0 } : null}
      />
      <ChainStrip chains={site.chains} />
      <main id="main" className="mx-auto max-w-[75rem] px-4 pt-7 pb-12 sm:px-6">
        {children}
      </main>
      <Footer snapshot={site.snapshot} />
    </>
  )
}
