import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ChainSlug, chains, isChainSlug } from '../chains'
import type { Env } from '../env'
import { addressOf } from '../store/lock'
import type { ProofJson } from './number-text'

/** The server that runs here cannot answer yet; its message is one sentence. */
export class StartingError extends Error {
  override readonly name = 'StartingError'
}

export type Served = { readonly origin: string; readonly embedded: boolean; readonly proof: ProofJson }

type Here = Pick<Env, 'host' | 'port' | 'dataDir' | 'rpcUrls'>

/** Whether nodes were named: then what else runs here is not what is meant. */
const isTold = ({ rpcUrls }: Here): boolean => chains.some((chain) => rpcUrls[chain.slug] !== chain.rpcUrls)

const ownOrigin = ({ host, port }: Here): string => {
  const name = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Addresses of the servers that have a store of this folder open, the live one first. */
const lockedBy = ({ dataDir }: Here): readonly string[] => {
  const folder = dataDir ?? '.data'
  const within = join(folder, 'embedded')
  const embedded = existsSync(within) ? readdirSync(within).map((name) => join(within, name)) : []
  return [folder, ...embedded].flatMap((each) => addressOf(each) ?? [])
}

const originsOf = (env: Here): readonly string[] => [
  ...new Set([ownOrigin(env), ...(isTold(env) ? [] : lockedBy(env))]),
]

const ask = async (url: string): Promise<unknown> => {
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
  const status = await ask(`${origin}/api/v1/status`)
  return isStatus(status) ? status : null
}

/** What a server on this machine says of the number; null where none runs, or it has nothing to say yet. */
export const askServers = async (env: Here, id: string): Promise<Served | null> => {
  for (const origin of originsOf(env)) {
    const proof = await ask(`${origin}/api/v1/numbers/${encodeURIComponent(id)}`)
    if (!isProof(proof)) continue
    const embedded = !isTold(env) && (await statusOf(origin))?.network === 'embedded'
    return { origin, embedded, proof }
  }
  return null
}

/**
 * The nodes of the embedded network, where a server on this machine runs on it and no other nodes were named; else null.
 * @throws StartingError where a server has the store open and does not answer, or its network is not up yet.
 */
export const findEmbedded = async (env: Here): Promise<Pick<Env, 'rpcUrls' | 'rpcQuorum'> | null> => {
  if (isTold(env)) return null
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
