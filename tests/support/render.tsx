import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'

/** An element's HTML in a language. @throws where a text is missing or lacks an argument. */
export const render = (element: React.ReactNode, locale: Locale = 'en'): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messages[locale]}
      timeZone="UTC"
      onError={(error) => {
        throw error
      }}
    >
      {element}
    </NextIntlClientProvider>,
  )

/** A link within a link: a browser takes it apart, and the page no longer fits what the script expects. */
export const nestedLinks = (html: string): readonly string[] => html.match(/<a [^>]*>(?:(?!<\/a>).)*?<a /gs) ?? []
