import { type Abi, encodeFunctionData, encodeFunctionResult, parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'
import { metricById } from '@/lib/metrics'
import { decodeCall } from '@/lib/numbers/decode-call'
import { fillFormula, type Piece } from '@/lib/numbers/fill-formula'
import { formulaBranch } from '@/lib/numbers/formula-branch'
import type { Observation, RecordedCall } from '@/lib/numbers/number-index'
import { fullValue } from '@/lib/numbers/value'
import { num } from '../support/fixture-snapshot'

const address = '0x00000000000000000000000000000000000000A1'

/** A call as it is recorded: whom, what, and what it answered. */
const call = (contract: string, signature: string, args: readonly unknown[], result: unknown): RecordedCall => {
  const signatures: readonly string[] = [`function ${signature}`]
  const abi: Abi = parseAbi(signatures)
  const item = abi[0]
  if (item?.type !== 'function') throw new Error(signature)
  return {
    address,
    contract,
    functionName: item.name,
    args: args.map(String),
    calldata: encodeFunctionData({ abi, functionName: item.name, args }),
    result: encodeFunctionResult({ abi, functionName: item.name, result }),
    ok: true,
  }
}

const formulaOf = (of: Observation): string => metricById(of.metric)?.text.en.formula ?? ''
const branchOf = (of: Observation, calls: readonly RecordedCall[] = []) => formulaBranch(of, formulaOf(of), calls)

const say = (pieces: readonly Piece[] | null): string | null =>
  pieces === null
    ? null
    : pieces
        .map((piece) =>
          piece.kind === 'numbers' ? piece.nums.map((each) => fullValue(each, 'en')).join(' + ') : piece.text,
        )
        .join('')

const filled = (of: Observation, calls: readonly RecordedCall[], inputs: readonly Observation[] = []) =>
  say(fillFormula(branchOf(of, calls), { num: of, calls, inputs, beside: () => undefined }))

const totalSupply = call('AToken', 'totalSupply() view returns (uint256)', [], 1_250_000_000n)

describe('a call', () => {
  it('is read by the interface that the metric declares', () => {
    expect(decodeCall(num('lend.supplied', 'ethereum', 'USDC', '1250'), totalSupply)).toEqual([
      { name: null, text: '1,250,000,000' },
    ])
  })

  it('of another interface, or one that reverted, is left raw', () => {
    const supplied = num('lend.supplied', 'ethereum', 'USDC', '1250')
    expect(decodeCall(supplied, { ...totalSupply, contract: 'Nothing' })).toEqual([])
    expect(decodeCall(supplied, { ...totalSupply, ok: false })).toEqual([])
    expect(decodeCall(supplied, { ...totalSupply, result: '0x' })).toEqual([])
  })
})

describe('a formula', () => {
  it('shows only the branch that made the number', () => {
    const ssr = call('SUsds', 'ssr() view returns (uint256)', [], 10n ** 27n)
    const rate = num('savings.rate', 'ethereum', 'SUSDS', '1')
    expect(branchOf(rate, [ssr])).toBe('sUSDS.ssr()')
    expect(branchOf(num('rwa.nav', 'ethereum', 'BUIDL', '1'))).toBe('1 by the fund’s terms')
    const held = call('ERC20', 'balanceOf(address) view returns (uint256)', [address], 1n)
    const fee = call('DssLitePsm', 'tout() view returns (uint256)', [], 0n)
    const pocket = call('PSM3', 'pocket() view returns (address)', [], address)
    expect(branchOf(num('savings.instant-liquidity', 'ethereum', 'SUSDC', '1'), [fee, held])).toBe(
      'LitePSM.tout() = 2^256 − 1 ? 0 : USDC.balanceOf(pocket)',
    )
    expect(branchOf(num('savings.instant-liquidity', 'base', 'SUSDC', '1'), [pocket, held])).toBe(
      'USDC.balanceOf(PSM3.pocket())',
    )
    expect(branchOf(num('lend.supplied-usd', 'ethereum', 'USDC', '1', { inputs: ['lend.price:ethereum:USDC'] }))).toBe(
      'lend.supplied × lend.price, exact',
    )
  })

  it('stands whole where it is not plain which branch it was, and for a sum', () => {
    const rate = num('savings.rate', 'ethereum', 'SUSDS', '1')
    expect(branchOf(rate)).toBe(formulaOf(rate))
    const total = num('lend.supplied-usd', 'ethereum', 'TOTAL', '1')
    expect(branchOf(total)).toBe(formulaOf(total))
  })

  it('takes in what was called and the numbers it is made of', () => {
    expect(filled(num('lend.supplied', 'ethereum', 'USDC', '1250'), [totalSupply])).toBe('1,250,000,000')
    const price = num('lend.price', 'ethereum', 'USDC', '0.999')
    const supplied = num('lend.supplied', 'ethereum', 'USDC', '1250')
    const dollars = num('lend.supplied-usd', 'ethereum', 'USDC', '1248.75', { inputs: [supplied.id, price.id] })
    expect(filled(dollars, [], [supplied, price])).toBe('1,250.00 × $1, exact')
  })

  it('tells a total by its terms where they add up to it, and not otherwise', () => {
    const parts = [num('tvl.total-usd', 'ethereum', 'TOTAL', '7'), num('tvl.total-usd', 'base', 'TOTAL', '2')]
    const total = (value: string) => num('tvl.total-usd', 'all', 'TOTAL', value, { inputs: parts.map(({ id }) => id) })
    expect(filled(total('9'), [], parts)).toBe('$7 + $2')
    expect(filled(total('8'), [], parts)).toBeNull()
  })

  it('is not filled where nothing in it can be named for certain', () => {
    expect(filled(num('lend.frozen', 'ethereum', 'USDC', '0'), [])).toBeNull()
    expect(filled(num('lend.supplied', 'ethereum', 'USDC', '1'), [totalSupply, totalSupply])).toBeNull()
  })
})
