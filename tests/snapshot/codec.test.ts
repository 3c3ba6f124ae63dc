import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  decodeSnapshot,
  encodeSnapshot,
  parseCanonicalJson,
  SnapshotError,
  snapshotId,
} from '@/lib/snapshot/codec'
import type { Snapshot } from '@/lib/snapshot/types'
import { blocksAfter, syntheticSnapshot } from '../support/synthetic-snapshot'

/** Its id was computed by Python: sha256 of json.dumps(content, sort_keys=True, separators=(',', ':'), ensure_ascii=False). */
const golden: Snapshot = {
  id: '619360baa8b9d8b3dd6ffa9c34eaa675fb6298a72396e653883a953e069a404c',
  schema: 1,
  time: 1_750_000_000,
  asOf: {
    ethereum: {
      chainId: 1,
      block: 22_700_000n,
      hash: `0x${'ab'.repeat(32)}`,
      timestamp: 1_750_000_000,
      finality: 'latest',
      agreement: { agree: 1, of: 1 },
    },
  },
  failures: { base: { code: 'timeout', message: 'The node did not answer in time.', since: 1_749_999_000 } },
  numbers: [
    {
      id: 'lend.supplied:ethereum:USDC',
      metric: 'lend.supplied',
      chain: 'ethereum',
      key: 'USDC',
      label: 'USDC “總”',
      status: 'ok',
      value: { raw: 123_456_789_012_345_678_901_234_567_890n, decimals: 6 },
      unit: 'token',
      class: 'onchain',
      methodVersion: 1,
      calls: [0],
    },
  ],
  calls: {
    ethereum: [
      {
        address: '0xC13e21B648A5Ee794902342038FF3aDAB66BE987',
        contract: 'pool',
        functionName: 'getReserveData',
        args: ['0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', '42'],
        calldata: '0x35ea6a75',
        result: `0x${'00'.repeat(31)}2a`,
        ok: true,
      },
    ],
  },
}

describe('canonical JSON', () => {
  it('is the same text whatever order the keys were set in', () => {
    expect(canonicalJson({ b: [1, { d: 2n, c: null }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":null,"d":{"$n":"2"}}]}')
    expect(canonicalJson({ a: 'x', b: [1, { c: null, d: 2n }] })).toBe(
      canonicalJson({ b: [1, { d: 2n, c: null }], a: 'x' }),
    )
  })

  it('leaves out what is undefined, as if it had never been set', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it('refuses what JSON cannot hold exactly', () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      [undefined],
      () => 1,
      { $n: '1' },
      Symbol('s'),
    ])
      expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  it('gives back any value, bigints of any size and sign included', () => {
    const key = fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__')
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.bigInt(),
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree')),
        fc.dictionary(key, tie('tree'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(parseCanonicalJson(canonicalJson(value))).toEqual(value)
      }),
    )
  })
})

describe('a snapshot', () => {
  const snapshot = syntheticSnapshot(blocksAfter(3))

  it('comes back from its text exactly', () => {
    expect(decodeSnapshot(encodeSnapshot(snapshot))).toEqual(snapshot)
  })

  it('has an id that is the hash of its content alone', () => {
    const backwards = Object.fromEntries(Object.entries(snapshot).reverse())
    expect(snapshotId({ ...snapshot, ...backwards, schema: 1 })).toBe(snapshot.id)
    expect(snapshotId({ ...snapshot, time: snapshot.time + 1 })).not.toBe(snapshot.id)
    expect(snapshotId({ ...snapshot, numbers: snapshot.numbers.slice(1) })).not.toBe(snapshot.id)
    expect(snapshotId({ ...snapshot, numbers: [...snapshot.numbers].reverse() })).not.toBe(snapshot.id)
  })

  it('keeps its id from release to release: a pinned link is for ever', () => {
    expect(snapshotId(golden)).toBe(golden.id)
  })

  it('is refused when a single digit of it was changed', () => {
    const text = encodeSnapshot(snapshot)
    const at = text.indexOf('"raw":{"$n":"') + 14
    const digit = text[at] === '7' ? '8' : '7'
    expect(() => decodeSnapshot(text.slice(0, at) + digit + text.slice(at + 1))).toThrow(SnapshotError)
  })

  it('is refused when it is not one', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"schema":1}',
      '{"$n":"x"}',
      encodeSnapshot(golden).replace('"schema":1', '"schema":2'),
    ])
      expect(() => decodeSnapshot(text)).toThrow(SnapshotError)
  })
})
