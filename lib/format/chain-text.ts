/** Control, format (marks of direction, zero width), private and unassigned characters, line ends, and what stands for garbage. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}\ufffd]/gu
/** Letters and marks that are drawn as nothing: two names could look the same. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2800]/gu
/** More marks on one letter than any language has would be drawn over the lines above and below. */
const piledMarks = /(\p{M}{2})\p{M}+/gu

/** Text whose author nobody knows, such as a token's symbol: one short line of characters that can be seen. */
export const chainText = (text: string, longest: number): string => {
  const line = text
    .slice(0, 50 * longest)
    .replace(unprintable, '')
    .replace(invisible, '')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(piledMarks, '$1')
    .trim()
  return [...line].slice(0, longest).join('').trim()
}
