import { useLocale, useTranslations } from 'next-intl'
import { href } from '@/lib/i18n/locales'
import type { Snapshot } from '@/lib/numbers/number-index'
import { freshnessOf } from '@/lib/snapshot/freshness'
import { ChainStrip } from './chain-strip'
import { Footer } from './footer'
import { Header } from './header'
import type { Section } from './nav'
import { PreviewCard } from './preview-card'

/** What every page knows of the process that serves it. */
export type Site = {
  readonly snapshot: Snapshot | null
  readonly network: 'live' | 'embedded'
  readonly siteUrl: string | null
}

export type ShellProps = {
  readonly site: Site
  /** The page's path without language, e.g. `/lend`: for the language switch and the canonical link. */
  readonly path: string
  readonly section: Section | null
  readonly title: string
  readonly description?: string
  /** There is no such page: the server answers 404, search engines look away, and the language switch leads home. */
  readonly missing?: boolean
  /** It was asked for what it cannot show, by these parameters: the server answers 400 and repeats nothing of them. */
  readonly refused?: readonly string[]
  /** It cannot be made just now: the server answers 503, and what it kept of it goes on being served. */
  readonly unavailable?: boolean
  /** What a link to the page unfolds to, where it is not the picture of the total: paths of the picture and of the oEmbed answer. */
  readonly preview?: { readonly image: string; readonly oembed?: string }
  readonly children: React.ReactNode
}

/**
 * The frame of a page. It writes the head itself, since React lifts these elements and Next would stream them late.
 * A page cannot set its status, so a missing one says it in the head, where lib/server reads it.
 */
export function Shell({
  site,
  path,
  section,
  title,
  description,
  missing = false,
  refused,
  unavailable = false,
  preview,
  children,
}: ShellProps) {
  const locale = useLocale()
  const t = useTranslations('common')
  const absolute = (to: string) => `${site.siteUrl ?? ''}${to}`
  return (
    <>
      <title>{path === '/' ? `${t('name')} · ${title}` : `${title} · ${t('name')}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      {missing || refused || unavailable ? (
        <>
          <meta name="robots" content="noindex" />
          <meta name="status" content={refused ? '400' : missing ? '404' : '503'} />
          {refused ? <meta name="refused" content={refused.join(',')} /> : null}
        </>
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
            image={href(locale, '/charts/tvl.png')}
            {...preview}
            locale={locale}
            siteUrl={site.siteUrl}
          />
        </>
      )}
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-card focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <Header path={missing ? '/' : path} section={section} embedded={site.network === 'embedded'} />
      <ChainStrip chains={freshnessOf(site.snapshot)} ticking={site.network === 'live'} />
      <main id="main" className="mx-auto max-w-[75rem] px-4 pt-7 pb-12 sm:px-6">
        {children}
      </main>
      <Footer snapshot={site.snapshot} />
    </>
  )
}
