import { expect, it } from 'vitest'
import { escapeXml } from '@/lib/format/escape-xml'

it('escapes what would end a text, a tag or an attribute', () => {
  expect(escapeXml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;')
})

it('leaves out what XML has no place for, and nothing else', () => {
  expect(escapeXml('a\u0000b\u001fc\ufffed\te\n總鎖倉 🟠')).toBe('abcd\te\n總鎖倉 🟠')
})
