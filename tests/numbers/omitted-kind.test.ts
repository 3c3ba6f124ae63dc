import { describe, expect, it } from 'vitest'
import { failureSentences } from '@/lib/errors'
import { omittedKind } from '@/lib/numbers/omitted-kind'

describe('what a sum leaves out', () => {
  it.each([
    ['liquidity.position-usd:ethereum:MORPHO_TOKEN', failureSentences['no-price'], 'rewards'],
    ['lend.supplied-usd:ethereum:GNO', failureSentences['no-price'], 'no-price'],
    ['savings.assets-usd:base:SUSDS', failureSentences['not-set'], 'no-price'],
    ['savings.assets-usd:base:SUSDC', failureSentences['not-deployed'], 'not-deployed'],
    ['lend.supplied-usd:gnosis:WXDAI', failureSentences.timeout, 'unread'],
    ['not an id', 'a sentence of an old snapshot', 'unread'],
  ])('is told by what %s is, and why it is missing', (id, reason, kind) => {
    expect(omittedKind({ id, reason })).toBe(kind)
  })
})
