import { escapeXml } from '../../../format/escape-xml'
import type { Locale } from '../../../format/locale'
import type { ViewTheme } from '../../query/view'
import { embedStyle } from './style'

type EmbedPage = {
  readonly locale: Locale
  readonly theme: ViewTheme
  readonly title: string
  readonly nonce: string
  readonly body: string
}

/** The document around an embed's content: nothing to fetch, its style inside. */
export const embedPage = ({ locale, theme, title, nonce, body }: EmbedPage): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
  `<meta name="robots" content="noindex"><title>${escapeXml(title)} · Sparkscope</title><style nonce="${nonce}">${embedStyle(theme)}</style></head><body><main>${body}</main></body></html>`

/** Attributes of links that leave the embed. */
export const outside = 'target="_blank" rel="noopener"'
