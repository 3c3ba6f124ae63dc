import { createHash } from 'node:crypto'
import { putHtml } from './html-cache'
import { StillHtml, type StillHtmlProps } from './static-html'

type StillProps = Omit<StillHtmlProps, 'name' | 'html'> & {
  /** Every word in it is escaped. */
  readonly html: string
  /** Whether it goes into a page that stands already, and so cannot be in its document. */
  readonly navigated: boolean
}

/**
 * Text of HTML that no script touches. React sends what a server component holds twice, as HTML and as data to hydrate
 * from; a picture and a table are most of a page, so they are sent once.
 */
export function Still({ html, navigated, ...attributes }: StillProps) {
  const name = createHash('sha256').update(html).digest('base64url').slice(0, 16)
  putHtml(name, html)
  return <StillHtml key={name} name={name} {...(navigated ? { html } : {})} {...attributes} />
}
