import { describe, expect, it } from 'vitest'
import { csvText } from '@/lib/format/csv'

describe('a table as CSV', () => {
  it('ends every line in CRLF and leaves the cell of null empty', () => {
    expect(csvText(['t', 'value', 'block'], [[1, null, 22n]])).toBe('t,value,block\r\n1,,22\r\n')
    expect(csvText(['t'], [])).toBe('t\r\n')
  })

  it('quotes a cell with a comma, a quote or a line break, and doubles its quotes', () => {
    expect(csvText(['a'], [['x, y'], ['say "x"'], ['x\ny'], ['plain; text']])).toBe(
      'a\r\n"x, y"\r\n"say ""x"""\r\n"x\ny"\r\nplain; text\r\n',
    )
  })
})
