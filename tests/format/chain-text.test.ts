import { describe, expect, it } from 'vitest'
import { chainText } from '@/lib/format/chain-text'
import { csvText } from '@/lib/format/csv'

const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))

describe('text from a chain', () => {
  it('keeps what tokens are really called', () => {
    for (const name of [
      'USDS',
      'sUSDS',
      'USD₮0',
      'PT-USDe-27NOV2025',
      'wstETH',
      'Ξ',
      '幣',
      'é',
      'ที่',
      'BUIDL-I',
      '🔥',
      'A B',
    ])
      expect(chainText(name, 32)).toBe(name)
  })

  it('has no control characters, marks of direction or characters without width', () => {
    const bad = [
      ...codes(0x00, 0x08),
      ...codes(0x0e, 0x1f),
      ...codes(0x7f, 0x84),
      ...codes(0x86, 0x9f),
      ...codes(0x200b, 0x200f),
      ...codes(0x202a, 0x202e),
      ...codes(0x2060, 0x2064),
      ...codes(0x2066, 0x2069),
      ...['\u00ad', '\u061c', '\u180e', '\ufeff', '\u{e0041}', '\ud800', '\udfff', '\ue000', '\uffff', '\ufffd'],
      ...['\u034f', '\u115f', '\u2800', '\u3164', '\uffa0', '\ufe0f'],
    ]
    for (const char of bad) expect(chainText(`US${char}DC`, 32), char.codePointAt(0)?.toString(16)).toBe('USDC')
  })

  it('is one line, its parts one space apart', () => {
    expect(chainText('  a\r\n\tb\u2028c\u2029 \u00a0 d\u3000', 32)).toBe('abc d')
  })

  it('is cut to its length, never within a character', () => {
    expect(chainText('x'.repeat(1_000_000), 32)).toBe('x'.repeat(32))
    expect(chainText('🔥'.repeat(100), 32)).toBe('🔥'.repeat(32))
    expect(chainText(`${'a'.repeat(31)} b`, 32)).toBe('a'.repeat(31))
  })

  it('piles no marks on a letter', () => {
    expect(chainText(`Z${'\u0301'.repeat(500)}A`, 32)).toBe('Z\u0301\u0301A')
  })

  it('is nothing where nothing of it can be seen', () => {
    for (const text of ['', ' \u200b ', '\u202e\u202c', '\u0000'.repeat(32)]) expect(chainText(text, 32)).toBe('')
  })

  it.each([
    '=1+1',
    '=HYPERLINK("http://x","y")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\u202e=1+1',
    '\u200b=1',
    ' \t=1',
    '＝1',
    '0x1f',
  ])('is never a formula or a number in CSV: %j', (symbol) => {
    const [, line = ''] = csvText({ symbol: 'text' }, [[chainText(symbol, 32)]]).split('\r\n')
    expect(line).toMatch(/^"?'/)
  })
})
