import { type ChainSlug, chains } from './chains'
import { DAY } from './format/time'
import type { Finality } from './reader/types'

/** The environment of the process, checked. Nothing else reads `process.env`. */
export type Env = {
  /** JSON-RPC URLs of every chain, best first. They can carry keys: never print one, only its host. */
  readonly rpcUrls: Readonly<Record<ChainSlug, readonly string[]>>
  /** How many of a chain's URLs must agree on the same call at the same block hash. */
  readonly rpcQuorum: number
  readonly readAt: Finality
  readonly pollSeconds: number
  /** null: the embedded store. It can carry a password: never print it. */
  readonly databaseUrl: string | null
  /** null: the default folder of the network that is served. */
  readonly dataDir: string | null
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** Public origin without a trailing slash; null where none is given. */
  readonly siteUrl: string | null
}

type Source = Readonly<Record<string, string | undefined>>

/** A variable that cannot be used. Its message is one sentence that is safe to print: no URL's key is in it. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
}

const refuse = (variable: string, holds: string, mayHold: string): never => {
  throw new EnvError(`${variable} holds ${holds}; it may hold ${mayHold}.`)
}

const quote = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)

const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

/** A URL as it may be shown: never its path, query, user or password, for each of them can be a key. */
const describeUrl = (url: URL | null) =>
  url === null ? 'something that is not a URL' : `a URL of ${quote(`${url.protocol}//${url.host}`)}`

const readInteger = (source: Source, variable: string, fallback: number, min: number, max: number): number => {
  const text = source[variable]?.trim()
  if (!text) return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? value : refuse(variable, quote(text), `a whole number from ${min} to ${max}`)
}

const readRpcUrls = (source: Source, chain: (typeof chains)[number]): readonly string[] => {
  const variable = `RPC_URL_${chain.id}`
  const texts = (source[variable] ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)
  if (texts.length === 0) return chain.endpoints.map(({ url }) => url)
  for (const [index, text] of texts.entries()) {
    const url = parseUrl(text)
    if (url?.protocol === 'http:' || url?.protocol === 'https:') continue
    const which = texts.length === 1 ? '' : ` at place ${index + 1} of ${texts.length}`
    refuse(
      variable,
      `${describeUrl(url)}${which}`,
      'JSON-RPC URLs that begin with http:// or https://, parted by commas',
    )
  }
  return [...new Set(texts)]
}

const readQuorum = (source: Source, rpcUrls: Env['rpcUrls']): number => {
  const quorum = readInteger(source, 'RPC_QUORUM', 1, 1, 99)
  for (const { id, slug, name } of chains) {
    const count = rpcUrls[slug].length
    if (quorum <= count) continue
    refuse('RPC_QUORUM', String(quorum), `at most ${count}, the number of ${name}'s URLs (RPC_URL_${id})`)
  }
  return quorum
}

const readDatabaseUrl = (source: Source): string | null => {
  const text = source.DATABASE_URL?.trim()
  if (!text) return null
  const url = parseUrl(text)
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return text
  return refuse(
    'DATABASE_URL',
    describeUrl(url),
    'nothing (then the store is embedded) or a URL that begins with postgres://',
  )
}

const readSiteUrl = (source: Source): string | null => {
  const text = source.SITE_URL?.trim()
  if (!text) return null
  const url = parseUrl(text)
  const isOrigin = url !== null && `${url.origin}/` === url.href && /^https?:$/.test(url.protocol)
  if (isOrigin) return url.origin
  const more = url !== null && /^https?:$/.test(url.protocol) ? ' with more than an origin' : ''
  return refuse('SITE_URL', `${describeUrl(url)}${more}`, 'the public origin alone, such as https://example.org')
}

const finalities: readonly Finality[] = ['latest', 'safe', 'finalized']

const readReadAt = (source: Source): Finality => {
  const text = source.READ_AT?.trim()
  if (!text) return 'latest'
  return finalities.find((finality) => finality === text) ?? refuse('READ_AT', quote(text), 'latest, safe or finalized')
}

const readHost = (source: Source): string => {
  const text = source.HOST?.trim()
  if (!text) return '127.0.0.1'
  return /^[A-Za-z0-9.:_-]{1,253}$/.test(text)
    ? text
    : refuse('HOST', quote(text), 'an IP address or a host name to listen on')
}

const readDataDir = (source: Source): string | null => {
  const text = source.DATA_DIR?.trim()
  if (!text) return null
  return text.includes('\0') || /^[a-z]+:\/\//i.test(text)
    ? refuse('DATA_DIR', 'something that is not a folder', 'the path of the folder of the embedded store')
    : text
}

/**
 * Reads and checks every variable; an empty one counts as not given.
 * Throws EnvError with one sentence that names the variable, what it holds and what it may hold.
 */
export const readEnv = (source: Source): Env => {
  const urls = chains.map((chain) => [chain.slug, readRpcUrls(source, chain)] as const)
  // safe: one entry for each chain of the registry
  const rpcUrls = Object.fromEntries(urls) as Env['rpcUrls']
  return {
    rpcUrls,
    rpcQuorum: readQuorum(source, rpcUrls),
    readAt: readReadAt(source),
    pollSeconds: readInteger(source, 'POLL_SECONDS', 30, 1, DAY),
    databaseUrl: readDatabaseUrl(source),
    dataDir: readDataDir(source),
    port: readInteger(source, 'PORT', 3000, 0, 65_535),
    host: readHost(source),
    siteUrl: readSiteUrl(source),
  }
}

let cached: Env | undefined

/** The environment of this process, read once. */
export const env = (): Env => {
  cached ??= readEnv(process.env)
  return cached
}
