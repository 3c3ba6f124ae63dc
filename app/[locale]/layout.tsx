import '../globals.css'
import localFont from 'next/font/local'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { locale } from 'next/root-params'
import { getTranslations } from 'next-intl/server'
import { Script } from '@/components/layout/script'
import { isLocale } from '@/lib/i18n/locales'
import { requestContext } from '@/lib/server/request-context'

// Each page is rendered under its own nonce, so none may be prerendered.
export const dynamic = 'force-dynamic'

const inter = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
  // stand-in-fonts.css says what stands in, and how wide
  adjustFontFallback: false,
})

// Runs before the first paint: the reader's own choice of theme, if any, and the mark that a script runs at all.
const early = `var d=document.documentElement;d.dataset.script='';try{var t=localStorage.getItem('theme');if(t==='light'||t==='dark')d.dataset.theme=t}catch(e){}`

export default async function RootLayout({ children }: { readonly children: React.ReactNode }) {
  const language = await locale()
  if (!isLocale(language)) notFound()
  const t = await getTranslations('common')
  const { nonce } = requestContext(await headers())
  return (
    <html lang={language} className={inter.variable} suppressHydrationWarning>
      <head>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/site.webmanifest" />
        <meta name="theme-color" content="#fbfaf8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#101216" media="(prefers-color-scheme: dark)" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, hashed in the policy */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: early }} />
      </head>
      <body className="bg-paper font-sans text-ink antialiased">
        {children}
        <Script
          words={{
            close: t('close'),
            copied: t('copied'),
            loading: t('loading'),
            failed: t('proof-failed'),
            proof: t('proof'),
            dark: t('theme-dark'),
            light: t('theme-light'),
            tableKeys: t('table-keys'),
            units: { s: t('unit-s'), min: t('unit-min'), h: t('unit-h'), d: t('unit-d'), old: t('age-old') },
            open: t('proof-open'),
          }}
        />
      </body>
    </html>
  )
}
