import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { chainSlugs } from '@/lib/chains'
import { locales } from '@/lib/format/locale'
import { toNumber } from '@/lib/math/fixed'
import { metrics } from '@/lib/metrics'
import { isPossible } from '@/lib/metrics/possible'
import { fullValue, shortValue } from '@/lib/numbers/value'
import type { Session } from '@/lib/reader/session'
import { decodeSnapshot, encodeSnapshot, snapshotId } from '@/lib/snapshot/codec'
import { FakeChain, observeAll } from './fake-chain'

type Answer = Awaited<ReturnType<Session['call']>>

const word = (value: bigint): string => value.toString(16).padStart(64, '0')
const hex = (values: readonly bigint[]): Hex => `0x${values.map(word).join('')}`
const full = (value: bigint): Hex => hex(Array.from({ length: 60 }, () => value))
const ones = 2n ** 256n - 1n

/** The same pseudo-random numbers each run. */
const randomOf = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}

/** A chain on which every contract answers every call with words of its own choice. */
class AbsurdChain extends FakeChain {
  answerOf: () => Answer = () => ({ ok: true, result: '0x' })
  override session(): Pick<Session, 'block' | 'call'> {
    return { ...super.session(), call: async () => this.answerOf() }
  }
}

const extremes = [0n, 1n, 3n, 18n, 37n, 78n, 255n, 2n ** 48n - 1n, 2n ** 64n - 1n]
const more = [2n ** 128n - 1n, 2n ** 160n - 1n, 2n ** 255n - 1n, 2n ** 255n, ones]
const all = [...extremes, ...more]
const instants = [1_900_000_000n, 253_402_300_800n]

const steady: readonly (readonly [string, () => Answer])[] = [...all, ...instants].map((value) => [
  `the number ${value}`,
  () => ({ ok: true, result: full(value) }),
])

/** A list of 3 that begins where a list begins, of words by chance. */
const chance = (seed: number): (() => Answer) => {
  const random = randomOf(seed)
  const pick = () => all[Math.floor(random() * all.length)] ?? 0n
  return () => {
    const at = random()
    if (at < 0.05) return { ok: false, result: '0x' }
    if (at < 0.1) return { ok: true, result: '0x1234' }
    const head = at < 0.5 ? [32n, 3n] : []
    const mostly = pick()
    return { ok: true, result: hex([...head, ...Array.from({ length: 60 }, () => (random() < 0.8 ? mostly : pick()))]) }
  }
}

const cases: readonly (readonly [string, () => Answer])[] = [
  ...steady,
  ['bytes that end within a word', () => ({ ok: true, result: '0xffffff' })],
  ['a refusal', () => ({ ok: false, result: '0x' })],
  ...Array.from({ length: 12 }, (_, seed) => [`words by chance, seed ${seed}`, chance(seed + 1)] as const),
]

describe('contracts that answer every call with', () => {
  it.each(cases)('%s fail or are counted, are no defect, and make no impossible value', async (_, answerOf) => {
    const chains = chainSlugs.map((slug) => {
      const chain = new AbsurdChain(slug, 1_790_000_000)
      chain.answerOf = answerOf
      return chain
    })
    const { nums, defects } = await observeAll(metrics, chains)
    expect(defects).toEqual([])
    for (const num of nums) {
      if (num.value === null) continue
      expect(isPossible(num.unit, num.value), num.id).toBe(true)
      expect(Number.isFinite(toNumber(num.value)), num.id).toBe(true)
      for (const locale of locales) {
        expect(shortValue(num, locale), num.id).not.toMatch(/NaN|Infinity|undefined|Invalid/)
        expect(fullValue(num, locale, { decimals: 'all' }), num.id).not.toMatch(/NaN|Infinity|undefined|Invalid/)
      }
    }
    const content = { schema: 1 as const, time: 1_790_000_000, asOf: {}, failures: {}, numbers: nums, calls: {} }
    const snapshot = { id: snapshotId(content), ...content }
    expect(decodeSnapshot(encodeSnapshot(snapshot)).id).toBe(snapshot.id)
  })
})
