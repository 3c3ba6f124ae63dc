import { describe, expect, it } from 'vitest'
import { chainSlugs, chains } from '@/lib/chains'
import { EnvError, readEnv } from '@/lib/env'

const sentenceOf = (source: Record<string, string>): string => {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof EnvError) return error.message
    throw error
  }
  return 'accepted'
}

describe('an empty environment', () => {
  it('gives every default of the contract', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      rpcQuorum: 1,
      readAt: 'latest',
      pollSeconds: 30,
      databaseUrl: null,
      dataDir: null,
      port: 3000,
      host: '127.0.0.1',
      siteUrl: null,
    })
    expect(Object.keys(env.rpcUrls)).toEqual(chainSlugs)
    for (const { slug, endpoints } of chains) expect(env.rpcUrls[slug]).toEqual(endpoints.map(({ url }) => url))
  })

  it('takes an empty variable as not given', () => {
    expect(readEnv({ PORT: '', RPC_URL_1: ' ', DATABASE_URL: '', SITE_URL: ' ' })).toEqual(readEnv({}))
  })
})

describe('a variable that is given', () => {
  it('is read, trimmed, in order and without repeats', () => {
    const env = readEnv({
      RPC_URL_130: ' https://one.example/key , http://127.0.0.1:8545,https://one.example/key,',
      RPC_QUORUM: '1',
      READ_AT: 'finalized',
      POLL_SECONDS: '12',
      DATABASE_URL: 'postgresql://user:pass@db.example/name',
      DATA_DIR: '/var/lib/it',
      PORT: '0',
      HOST: '::1',
      SITE_URL: 'https://spark.example/',
    })
    expect(env.rpcUrls.unichain).toEqual(['https://one.example/key', 'http://127.0.0.1:8545'])
    expect(env.rpcUrls.base).toEqual(readEnv({}).rpcUrls.base)
    expect(env).toMatchObject({
      readAt: 'finalized',
      pollSeconds: 12,
      databaseUrl: 'postgresql://user:pass@db.example/name',
      dataDir: '/var/lib/it',
      port: 0,
      host: '::1',
      siteUrl: 'https://spark.example',
    })
  })
})

describe('a bad value', () => {
  it.each([
    [{ PORT: 'http' }, 'PORT holds "http"; it may hold a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT holds "70000"; it may hold a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT holds "-1"; it may hold a whole number from 0 to 65535.'],
    [{ POLL_SECONDS: '0' }, 'POLL_SECONDS holds "0"; it may hold a whole number from 1 to 86400.'],
    [{ POLL_SECONDS: '1.5' }, 'POLL_SECONDS holds "1.5"; it may hold a whole number from 1 to 86400.'],
    [{ READ_AT: 'pending' }, 'READ_AT holds "pending"; it may hold latest, safe or finalized.'],
    [{ RPC_QUORUM: 'all' }, 'RPC_QUORUM holds "all"; it may hold a whole number from 1 to 99.'],
    [
      { RPC_QUORUM: '2', RPC_URL_100: 'http://a.example' },
      "RPC_QUORUM holds 2; it may hold at most 1, the number of Gnosis's URLs (RPC_URL_100).",
    ],
    [{ HOST: 'a host' }, 'HOST holds "a host"; it may hold an IP address or a host name to listen on.'],
    [
      { SITE_URL: 'https://a.example/base' },
      'SITE_URL holds a URL of "https://a.example" with more than an origin; it may hold the public origin alone, such as https://example.org.',
    ],
  ])(
    'stops the start with one sentence that names the variable, what it holds and what it may hold: %o',
    (source, sentence) => {
      expect(sentenceOf(source)).toBe(sentence)
    },
  )

  it.each<Record<string, string>>([
    { RPC_URL_1: 'ftp://user:hunter2@node.example/hunter2?hunter2#hunter2' },
    { RPC_URL_1: 'https://fine.example/hunter2,hunter2' },
    { RPC_URL_1: 'wss://node.example/v2/hunter2' },
    { RPC_URL_1: '//hunter2@node.example' },
    { DATABASE_URL: 'mysql://user:hunter2@db.example/hunter2' },
    { DATABASE_URL: 'user:hunter2@db.example' },
    { SITE_URL: 'https://user:hunter2@site.example' },
    { SITE_URL: 'https://site.example/?hunter2' },
    { SITE_URL: 'hunter2' },
    { DATA_DIR: 'postgres://user:hunter2@db.example' },
  ])('is named without its key, password or path: %o', (source) => {
    const sentence = sentenceOf(source)
    const [variable = ''] = Object.keys(source)
    expect(sentence).toMatch(new RegExp(`^${variable} holds .+; it may hold .+\\.$`))
    expect(sentence).not.toContain('hunter2')
    expect(sentence).not.toContain('\n')
  })

  it('says which of several URLs is meant', () => {
    expect(sentenceOf({ RPC_URL_10: 'https://a.example,ws://b.example' })).toBe(
      'RPC_URL_10 holds a URL of "ws://b.example" at place 2 of 2; it may hold JSON-RPC URLs that begin with http:// or https://, parted by commas.',
    )
  })
})
