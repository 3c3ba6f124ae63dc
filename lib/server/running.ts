import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ChainSlug, chains, isChainSlug } from '../chains'
import type { Env } from '../env'
import { addressOf } from '../store/lock'
import type { ProofJson } from './number-text'
import { announcedServers } from './servers-here'

/** The server on this machine cannot answer yet; its message is one sentence. */
export class StartingError extends Error {
  override readonly name = 'StartingError'
}

export type ServedProof = { readonly origin: string; readonly embedded: boolean; readonly proof: ProofJson }

type LocalEnv = Pick<Env, 'host' | 'port' | 'dataDir' | 'rpcUrls'>

/** Whether the environment names nodes: then these are meant, and no server on this machine. */
const namesNodes = ({ rpcUrls }: LocalEnv): boolean =>
  chains.some(({ slug, endpoints }) => rpcUrls[slug].join() !== endpoints.map(({ url }) => url).join())

const ownOrigin = ({ host, port }: LocalEnv): string => {
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Addresses of the servers that have a store in this folder open, the live one first. */
const lockedBy = ({ dataDir }: LocalEnv): readonly string[] => {
  const folder = dataDir ?? '.data'
  const within = join(folder, 'embedded')
  const embedded = existsSync(within) ? readdirSync(within).map((name) => join(within, name)) : []
  return [folder, ...embedded].flatMap((each) => addressOf(each) ?? [])
}

/** The servers of this clone, wherever they serve; a folder that is named says which one is meant. */
const others = (env: LocalEnv): readonly string[] => [
  ...lockedBy(env),
  ...(env.dataDir === null ? announcedServers() : []),
]

const originsOf = (env: LocalEnv): readonly string[] => [
  ...new Set([ownOrigin(env), ...(namesNodes(env) ? [] : others(env))]),
]

const fetchJson = async (url: string): Promise<unknown> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isProof = (value: unknown): value is ProofJson =>
  isObject(value) && 'number' in value && 'recheck' in value && 'tree' in value

type StatusJson = {
  readonly network: string
  readonly chains: readonly { readonly chain: string; readonly endpoints: readonly { readonly host: string }[] }[]
}

const isStatus = (value: unknown): value is StatusJson =>
  isObject(value) && 'network' in value && 'chains' in value && Array.isArray(value.chains)

const statusOf = async (origin: string): Promise<StatusJson | null> => {
  const status = await fetchJson(`${origin}/api/v1/status`)
  return isStatus(status) ? status : null
}

/** The proof of a number from a server on this machine; null where none runs or has it. */
export const askServers = async (env: LocalEnv, id: string): Promise<ServedProof | null> => {
  for (const origin of originsOf(env)) {
    const proof = await fetchJson(`${origin}/api/v1/numbers/${encodeURIComponent(id)}`)
    if (!isProof(proof)) continue
    const embedded = !namesNodes(env) && (await statusOf(origin))?.network === 'embedded'
    return { origin, embedded, proof }
  }
  return null
}

/**
 * The nodes of the embedded network, where a server on this machine runs on it and no other nodes were named; else null.
 * @throws StartingError where a server has the store open and does not answer, or its network is not up yet.
 */
export const findEmbedded = async (env: LocalEnv): Promise<Pick<Env, 'rpcUrls' | 'rpcQuorum'> | null> => {
  if (namesNodes(env)) return null
  const own = ownOrigin(env)
  for (const origin of originsOf(env)) {
    const status = await statusOf(origin)
    if (status === null && origin === own) continue
    if (status !== null && status.network !== 'embedded') continue
    const found = (status?.chains ?? []).flatMap(({ chain, endpoints: [first] }): [ChainSlug, readonly string[]][] =>
      isChainSlug(chain) && first ? [[chain, [`http://${first.host}`]]] : [],
    )
    if (found.length !== chains.length)
      throw new StartingError(`The server at ${origin} is still starting: try again in a moment.`)
    // safe: an entry for each chain
    return { rpcUrls: Object.fromEntries(found) as Env['rpcUrls'], rpcQuorum: 1 }
  }
  return null
}
