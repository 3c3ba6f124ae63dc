import type { ChainSlug } from '../chains'

/** A line longer than this is better read from a file: nobody sees what they paste. */
const longestLine = 2_000

type RecheckFile = {
  /** Where the request's body is to be had. */
  readonly path: string
  readonly name: string
  readonly command: string
  readonly powershell: string
}

type Asked = {
  readonly id: string
  readonly chain: ChainSlug
  readonly chainId: number
  readonly block: bigint
  /** Id of the snapshot that the number is of. */
  readonly snapshot: string
}

export const recheckFileName = ({ id, chain, block }: Pick<Asked, 'id' | 'chain' | 'block'>): string =>
  `sparkscope-${id.replace(/[^A-Za-z0-9._-]/g, '-')}-${chain}-${block}.json`

/** The body of a long request as a file, and short lines that send it; null where the whole line is short. */
export const recheckFileOf = (asked: Asked, { command }: { readonly command: string }): RecheckFile | null => {
  if (command.length <= longestLine) return null
  const { id, chain, chainId, snapshot } = asked
  const name = recheckFileName(asked)
  return {
    path: `/api/v1/numbers/${encodeURIComponent(id)}/request?at=${snapshot}&chain=${chain}`,
    name,
    command: `curl -s "$RPC_URL_${chainId}" -H 'content-type: application/json' -d @${name}`,
    powershell: `(Invoke-RestMethod $env:RPC_URL_${chainId} -Method Post -ContentType 'application/json' -InFile ${name}).result`,
  }
}
