import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createNonce, documentPolicy, hashInlineScripts, replaceNonce } from '@/lib/server/content-security-policy'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const nonce = 'ab'.repeat(16)

/** What a browser would hash: the text between the tags of every inline element of this name. */
const inline = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text)

const page = [
  `<html><head><link rel="preload" nonce="${nonce}" href="/a.css"/><style nonce="${nonce}">p{top:0}</style>`,
  `<script src="/a.js" nonce="${nonce}" async=""></script>`,
  `<script nonce="${nonce}">self.__next_f.push([1,"{\\"nonce\\":\\"${nonce}\\"}"])</script>`,
  `<script nonce="${nonce}" id="t">early()</script>`,
  '</head><body><script>planted()</script><script nonce="guessed">planted(2)</script></body></html>',
].join('')

describe('hashing inline scripts', () => {
  const sealed = hashInlineScripts(page, nonce)

  it('covers exactly the inline scripts and styles that carried the nonce, as they are sent', () => {
    const [first = '', second = '', planted = '', guessed = ''] = inline(sealed.body, 'script')
    expect(sealed.scripts).toEqual([hash(first), hash(second)])
    expect(sealed.styles).toEqual([hash('p{top:0}')])
    expect(sealed.scripts).not.toContain(hash(planted))
    expect(sealed.scripts).not.toContain(hash(guessed))
  })

  it('leaves no trace of the nonce, keeps lengths in the flight data, and is the same for every nonce', () => {
    expect(sealed.body).not.toContain(nonce)
    const other = createNonce()
    expect(hashInlineScripts(page.replaceAll(nonce, other), other)).toEqual(sealed)
    expect(replaceNonce(`1:{"nonce":"${nonce}"}`, nonce)).toHaveLength(`1:{"nonce":"${nonce}"}`.length)
  })

  it('makes a new nonce each time, without characters that any encoding would change', () => {
    const nonces = Array.from({ length: 50 }, createNonce)
    expect(new Set(nonces).size).toBe(50)
    for (const each of nonces) expect(each).toMatch(/^[0-9a-f]{32}$/)
  })
})

describe('the content security policy', () => {
  it('allows nothing unsafe and no framing, but for frames', () => {
    const policy = documentPolicy({ scripts: [hash('a')], styles: [] }, false)
    expect(policy).toBe(
      `default-src 'none'; script-src 'self' ${hash('a')}; style-src 'self'; img-src 'self' data:; font-src 'self'; ` +
        `connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    )
    expect(documentPolicy({ scripts: [], styles: [] }, true)).toContain('frame-ancestors *')
  })
})
