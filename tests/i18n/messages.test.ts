import { describe, expect, it } from 'vitest'
import { failureSentences } from '@/lib/errors'
import { href, numberPath } from '@/lib/i18n/locales'
import { messages } from '@/lib/i18n/messages'
import { termNames } from '@/lib/i18n/terms'

type Tree = { readonly [key: string]: Tree | string }

const leaves = (tree: Tree, path = ''): readonly (readonly [path: string, text: string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  )

/** Names of arguments and tags, each once, in alphabetical order. */
const holes = (text: string): readonly string[] =>
  [
    ...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map(([, argument, tag]) => argument ?? `<${tag}>`)),
  ].sort()

const en = leaves(messages.en)
const zh = new Map(leaves(messages['zh-Hant']))

describe('the two languages', () => {
  it('have the same messages', () => {
    expect([...zh.keys()].sort()).toEqual(en.map(([path]) => path).sort())
  })

  it('have the same arguments and tags in each message', () => {
    const ours = (text: string) => holes(text).filter((hole) => !/^(one|other)$/.test(hole))
    for (const [path, text] of en) expect([path, ours(zh.get(path) ?? '')]).toEqual([path, ours(text)])
  })

  it('have no empty message', () => {
    for (const [path, text] of [...en, ...zh]) expect([path, text.trim().length > 0]).toEqual([path, true])
  })

  it('are written in Traditional characters, not Simplified ones', () => {
    const simplified = /[总锁仓价归币国债动层块链数据证额计类释网络问题储备级实现时间执约发]/
    for (const [path, text] of zh) expect([path, simplified.exec(text)?.[0]]).toEqual([path, undefined])
  })

  it('explain every failure and every term', () => {
    expect(Object.keys(messages.en.common.failure).sort()).toEqual(Object.keys(failureSentences).sort())
    expect(Object.keys(messages.en.glossary.terms)).toEqual([...termNames])
  })

  it('repeat our own failure sentences in English', () => {
    expect(messages.en.common.failure).toEqual(failureSentences)
  })
})

describe('the addresses of pages', () => {
  it('have no prefix in English and one in Chinese', () => {
    expect([href('en', '/'), href('en', '/lend')]).toEqual(['/', '/lend'])
    expect([href('zh-Hant', '/'), href('zh-Hant', '/lend')]).toEqual(['/zh-Hant', '/zh-Hant/lend'])
  })

  it('keep what a path allows of a number’s id and escape the rest', () => {
    expect(numberPath('liquidity.position:base:USDC@ALM_PROXY')).toBe('/numbers/liquidity.position:base:USDC@ALM_PROXY')
    expect(numberPath('a.b:base:x/y?z')).toBe('/numbers/a.b:base:x%2Fy%3Fz')
  })
})
