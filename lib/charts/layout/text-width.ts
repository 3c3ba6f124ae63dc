/**
 * Advance widths in hundredths of the type's size, from space to `~`: each the widest of Inter, Noto Sans, DejaVu Sans and
 * Verdana, in one of which a chart is set wherever it stands. Digits are tabular; without a semibold, a face takes its bold.
 */
const REGULAR =
  '35 41 47 84 65 108 78 30 45 45 64 84 36 46 36 45 64 64 64 64 64 64 64 64 64 64 45 45 84 84 84 55 100 69 69 74 78 64 60 78 76 42 58 69 57 91 76 79 64 79 70 68 65 75 69 99 69 68 69 45 45 45 84 64 64 62 64 58 64 62 38 64 64 28 34 59 28 98 64 62 64 64 43 53 40 64 60 82 60 60 56 64 45 64 84'
const SEMIBOLD =
  '35 46 59 87 71 127 88 33 54 54 71 87 38 48 38 69 71 71 71 71 71 71 71 71 71 71 40 40 87 87 87 62 100 78 77 74 84 69 69 83 84 55 58 78 64 100 85 86 74 86 78 73 69 82 78 113 78 74 73 54 69 54 87 71 71 68 72 60 72 68 44 72 72 35 40 67 35 106 72 69 72 72 50 60 48 72 66 98 67 66 60 72 54 72 87'

const widths = { regular: REGULAR.split(' ').map(Number), semibold: SEMIBOLD.split(' ').map(Number) }
/** Other systems' own faces may run a little wider still. */
const SLACK = 1.02
/** Beyond ASCII: signs as wide as an operator, an em dash and an ellipsis, an apostrophe and a middle dot. */
const SIGNS: Readonly<Record<string, number>> = {
  '−': 87,
  '→': 95,
  '≈': 87,
  '–': 50,
  '—': 100,
  '…': 100,
  '’': 38,
  '·': 38,
}

/** How wide a line of text is set, in pixels, a little on the large side. Ideographs are as wide as the type is high. */
export const textWidth = (text: string, size: number, weight: 'regular' | 'semibold' = 'regular'): number => {
  const table = widths[weight]
  let total = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code === 0xa0) total += table[0] ?? 35
    else if (code < 127) total += table[code - 32] ?? 64
    else total += SIGNS[char] ?? (code >= 0x2e80 ? 100 : 80)
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
export const fitText = (
  text: string,
  width: number,
  size: number,
  weight: 'regular' | 'semibold' = 'regular',
): string => {
  if (textWidth(text, size, weight) <= width) return text
  const chars = [...text]
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size, weight) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}
