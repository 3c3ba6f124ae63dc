import { describe, expect, it } from 'vitest'
import { isOwnHash } from '@/lib/reader/header-hash'

const zeros = (bytes: number) => `0x${'00'.repeat(bytes)}`
const emptyRoot = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'

/** Ethereum's first block, whose hash everyone knows. */
const genesis = {
  hash: '0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3',
  parentHash: zeros(32),
  sha3Uncles: '0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347',
  miner: zeros(20),
  stateRoot: '0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544',
  transactionsRoot: emptyRoot,
  receiptsRoot: emptyRoot,
  logsBloom: zeros(256),
  difficulty: '0x400000000',
  number: '0x0',
  gasLimit: '0x1388',
  gasUsed: '0x0',
  timestamp: '0x0',
  extraData: '0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa',
  mixHash: zeros(32),
  nonce: '0x0000000000000042',
  size: '0x21c',
  totalDifficulty: '0x400000000',
  transactions: [],
  uncles: [],
}

describe('a header', () => {
  it('is proved by its own hash, in whatever case and with whatever beside it', () => {
    expect(isOwnHash(genesis)).toBe(true)
    expect(isOwnHash({ ...genesis, hash: `0x${genesis.hash.slice(2).toUpperCase()}`, l1BlockNumber: '0x1' })).toBe(true)
    expect(isOwnHash({ ...genesis, withdrawalsRoot: null })).toBe(true)
  })

  it.each(['hash', 'parentHash', 'stateRoot', 'number', 'timestamp', 'extraData'] as const)(
    'is not proved with another %s',
    (field) => {
      expect(isOwnHash({ ...genesis, [field]: `${genesis[field].slice(0, -1)}9` })).toBe(false)
    },
  )

  it.each([{}, { hash: genesis.hash }, { ...genesis, stateRoot: 7 }, { ...genesis, logsBloom: 'x' }])(
    'is not proved by what is none: %#',
    (header) => {
      expect(isOwnHash(header)).toBe(false)
    },
  )
})
