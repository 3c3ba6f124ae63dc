/** Advance widths of Inter in hundredths of the type's size, from space to `~`; digits are tabular. */
const REGULAR =
  '28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 64 64 64 64 64 64 64 64 64 64 29 30 66 66 66 51 97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46 32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66'
const SEMIBOLD =
  '25 32 52 64 65 100 66 33 37 37 54 67 32 47 32 38 67 67 67 67 67 67 67 67 67 67 32 33 67 67 67 54 100 73 66 74 72 61 59 75 75 28 58 70 57 92 76 77 65 77 65 65 66 74 73 102 72 71 65 37 38 37 48 47 35 57 62 58 62 59 39 63 61 26 26 57 26 90 61 61 62 62 40 55 35 61 59 84 57 59 57 45 36 45 67'

const widths = { regular: REGULAR.split(' ').map(Number), semibold: SEMIBOLD.split(' ').map(Number) }
/** Systems' own faces run wider than Inter by up to this much. */
const SLACK = 1.05
const DASHES = /[−–]/

/** How wide a line of text is set, in pixels, a little on the large side. Ideographs are as wide as the type is high. */
export const textWidth = (text: string, size: number, weight: 'regular' | 'semibold' = 'regular'): number => {
  const table = widths[weight]
  let total = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code === 0xa0) total += table[0] ?? 28
    else if (code < 127) total += table[code - 32] ?? 60
    else total += code >= 0x2e80 ? 100 : DASHES.test(char) ? 66 : code === 0x2019 || code === 0xb7 ? 30 : 70
  }
  return (total * size * SLACK) / 100
}

/** An ideograph or a word, each with the stops that follow it, or spaces; a no-break space is part of its word. */
const WORDS =
  /[\u2e80-\u9fff\uf900-\ufaff][，。、：；）」！？]*|[^ \n\u2e80-\u9fff\uf900-\ufaff，。、：；）」！？]+[，。、：；）」！？]*|[ \n]+|[，。、：；）」！？]+/g

/** Lines no wider than `width`: broken at spaces, and between ideographs; a full stop never begins a line. */
export const wrapText = (
  text: string,
  width: number,
  size: number,
  weight: 'regular' | 'semibold' = 'regular',
): string[] => {
  const words = text.match(WORDS) ?? []
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (line !== '' && textWidth(line + word.trimEnd(), size, weight) > width) {
      lines.push(line.trimEnd())
      line = word.trimStart()
    } else line += word
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** The text, or as much of it as fits with an ellipsis. */
export const fitText = (text: string, width: number, size: number): string => {
  if (textWidth(text, size) <= width) return text
  const chars = [...text]
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}
