import type { Locale } from '@/lib/i18n/locales'

export type Preview = {
  readonly title: string
  readonly description: string
  /** Paths without origin: the page itself, its picture of 1200 × 630, and its oEmbed answer where it has one. */
  readonly path: string
  readonly image: string
  readonly oembed?: string
}

type PreviewCardProps = Preview & { readonly locale: Locale; readonly origin: string | null }

/** What a link to the page unfolds to elsewhere. Without a known origin there is none: its links must be absolute. */
export function PreviewCard({ title, description, path, image, oembed, locale, origin }: PreviewCardProps) {
  if (origin === null) return null
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Sparkscope" />
      <meta property="og:locale" content={locale === 'en' ? 'en_GB' : 'zh_TW'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + path} />
      <meta property="og:image" content={origin + image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={`${title}: ${description}`} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
      <meta name="twitter:image" content={origin + image} />
      {oembed === undefined ? null : (
        <link rel="alternate" type="application/json+oembed" href={origin + oembed} title={title} />
      )}
    </>
  )
}
