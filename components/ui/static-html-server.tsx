import { createHash } from 'node:crypto'
import { pageResponse } from '@/lib/pages/response'
import { StaticHtmlElement, type StaticHtmlElementProps } from './static-html'

type StaticHtmlProps = Omit<StaticHtmlElementProps, 'name' | 'html'> & {
  /** Every word in it is escaped. */
  readonly html: string
  /** Whether it goes into a page that stands already, and so cannot be in its document. */
  readonly navigated: boolean
}

/**
 * Text of HTML that no script touches. React sends what a server component holds twice, as HTML and as data to hydrate
 * from; a picture and a table are most of a page, so they are sent once: the client component that writes the document
 * takes them from the request's page response.
 */
export function StaticHtml({ html, navigated, ...attributes }: StaticHtmlProps) {
  const name = createHash('sha256').update(html).digest('base64url').slice(0, 16)
  if (!navigated) pageResponse().html.set(name, html)
  return <StaticHtmlElement key={name} name={name} {...(navigated ? { html } : {})} {...attributes} />
}
