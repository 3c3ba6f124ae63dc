import { encodeFunctionResult, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { erc20 } from '@/lib/contracts/erc20'
import { decodeCall } from '@/lib/numbers/decode-call'

const call = (functionName: string, result: Hex) => ({
  address: '0x0000000000000000000000000000000000000001' as const,
  contract: erc20.name,
  functionName,
  args: [],
  calldata: '0x' as const,
  result,
  ok: true,
})
const shown = (functionName: string, result: Hex) =>
  decodeCall({ metric: 'lend.supplied' }, call(functionName, result)).map(({ text }) => text)
const symbol = (text: string) => encodeFunctionResult({ abi: erc20.abi, functionName: 'symbol', result: text })

describe('what a call answered, beside its raw result', () => {
  it('is a text as it may be shown: one line of visible characters, not without end', () => {
    expect(shown('symbol', symbol('USDC'))).toEqual(['USDC'])
    expect(shown('symbol', symbol('\u202eCDSU\u202c\u0000\u200b\n='))).toEqual(['CDSU='])
    expect(shown('symbol', symbol('x'.repeat(100_000)))).toEqual(['x'.repeat(200)])
  })

  it('is every digit of an integer, and nothing where the bytes do not fit', () => {
    expect(shown('decimals', `0x${'ff'.padStart(64, '0')}`)).toEqual(['255'])
    expect(shown('decimals', '0x1234')).toEqual([])
  })
})
