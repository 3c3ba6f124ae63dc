import { describe, expect, it } from 'vitest'
import { asciiText } from '@/lib/format/ascii'
import { type Cell, type CellKind, csvText } from '@/lib/format/csv'

/** One cell of a kind, as it is written. */
const cell = (kind: CellKind, value: Cell) =>
  csvText({ a: kind }, [[value]])
    .replace(/^\ufeff/, '')
    .slice(3, -2)

describe('a table as CSV', () => {
  it('ends every line in CRLF and leaves the cell of null empty', () => {
    expect(csvText({ t: 'number', value: 'number', block: 'number' }, [[1, null, 22n]])).toBe(
      't,value,block\r\n1,,22\r\n',
    )
    expect(csvText({ t: 'number' }, [])).toBe('t\r\n')
  })

  it('quotes a cell with a separator or a quote, and doubles its quotes', () => {
    expect(cell('text', 'x, y')).toBe('"x, y"')
    expect(cell('text', 'say "x"')).toBe('"say ""x"""')
    expect(cell('text', 'plain; text')).toBe('plain; text')
  })

  it('holds each row on one line, without control characters and marks of direction', () => {
    expect(cell('text', 'x\ny\r\n\tz\u202e!')).toBe('x y z !')
  })

  it('writes nothing that a spreadsheet takes for a formula, and leaves negative numbers numbers', () => {
    for (const text of ['=1+1', '+1', '-x', '@SUM(A1)', '\t=1+1', '\r=1', ' =1', '＝1', '=cmd|"/c"!A1'])
      expect(cell('text', text)).toMatch(/^"?'/)
    expect(cell('number', '=1+1')).toBe("'=1+1")
    expect(cell('number', '-1.5')).toBe('-1.5')
    expect(cell('number', -3)).toBe('-3')
  })

  it('writes no identifier that is read as a number: neither hexadecimal nor an exponent', () => {
    for (const text of ['0x3e97', `0x${'0'.repeat(64)}`, '1.2E8', '12345', 'Infinity'])
      expect(cell('text', text)).toBe(`'${text}`)
    expect(cell('text', `ethereum:0x${'ab'.repeat(32)}`)).toBe(`ethereum:0x${'ab'.repeat(32)}`)
    expect(cell('text', 'tvl.total-usd:all:TOTAL')).toBe('tvl.total-usd:all:TOTAL')
  })

  it('writes every digit of a number, and whole numbers beyond 64 bits as decimals, which all tools read as numbers', () => {
    expect(cell('number', '1801492260.880703213048')).toBe('1801492260.880703213048')
    expect(cell('number', '1000000001547125957863212448')).toBe('1000000001547125957863212448.0')
    expect(cell('number', 24_000_000n)).toBe('24000000')
  })

  it('writes a day as every tool reads one', () => {
    expect(cell('day', 1_767_225_600 + 3_600)).toBe('2026-01-01')
  })

  it('parts columns by semicolons where decimals have a comma', () => {
    expect(csvText({ a: 'text', b: 'number' }, [['x; y', '-3.75']], { decimal: 'comma' })).toBe(
      'a;b\r\n"x; y";-3,75\r\n',
    )
  })

  it('begins with the mark of UTF-8 where a character needs it, and nowhere else', () => {
    expect(csvText({ a: 'text' }, [['Ethereum']])).toBe('a\r\nEthereum\r\n')
    expect(csvText({ a: 'text' }, [['以太坊']])).toBe('\ufeffa\r\n以太坊\r\n')
  })

  it('knows English without its typography', () => {
    expect(asciiText('sUSDS · Ethereum, “Sky’s” 4.59–5.10 USD₮0…')).toBe(
      'sUSDS - Ethereum, "Sky\'s" 4.59-5.10 USDT0...',
    )
    expect(asciiText('以太坊')).toBe('以太坊')
  })
})
