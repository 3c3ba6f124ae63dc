const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Characters that XML 1.0 has no place for. */
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

/** Text as it stands in XML and HTML, between tags or in a quoted attribute. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (char) => escapes[char] ?? '')
