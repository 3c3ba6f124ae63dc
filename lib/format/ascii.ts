/** Signs of English typography, as they are written without it. */
const plain: Readonly<Record<string, string>> = {
  '·': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '×': 'x',
  '₮': 'T',
  '\u00a0': ' ',
  '\u202f': ' ',
}

/** English for tools that know no other characters; what has no plain form stays. */
export const asciiText = (text: string): string => text.replace(/[^\p{ASCII}]/gu, (sign) => plain[sign] ?? sign)
