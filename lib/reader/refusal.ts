/** Why a node refused a request, recognised by its code and its message, which is never passed on. */
export type Refusal =
  | 'too-big'
  | 'gas-cap'
  | 'batch'
  | 'no-archive'
  | 'unknown-block'
  | 'rate-limited'
  | 'withdrawn'
  | 'reverted'
  | 'other'

export type RpcError = { readonly code: number; readonly message: string }

/** In order of precedence: a message can match several. */
const patterns: readonly (readonly [Refusal, RegExp])[] = [
  ['batch', /\bbatch/i],
  [
    'rate-limited',
    /(rate|daily|monthly|plan|tier|request|credit|usage|unit|rps|cu|relay)s?.?limit|too many (request|connection)s|too fast|slow down|capacity|quota|throttl|exceeded.*(second|minute|limit.*request|compute unit|rps|credit)|(compute units?|credits?|requests?) .*(exceeded|exhausted|used up)|rate exceeded/i,
  ],
  [
    'withdrawn',
    /(api|access|auth|invalid|missing).?(key|token)|unauthori[sz]ed|must be authenticated|authentication (is )?required|(service|endpoint|network|url|api|rpc).{0,40}(discontinued|deprecated|sunset|shut ?down|retired|decommissioned|no longer (available|supported|served))/i,
  ],
  ['no-archive', /archive|missing trie node|state.*(not available|unavailable|pruned)|no state|historical state/i],
  [
    'unknown-block',
    /(block|header|hash).*(not found|unknown)|unknown block|not (currently )?canonical|resource not found/i,
  ],
  [
    'gas-cap',
    /gas (limit|cap)?.*(too high|too large|above|exceeds? (the )?(block|max|cap|node|limit|transaction))|max.*gas|(block|tx|transaction) gas limit (is )?(exceeded|reached)|exceeds? (the )?block.?gas.?limit|gas ?limit ?more ?than ?block/i,
  ],
  ['too-big', /gas|returndata|size|too (large|big)|exceed|limit|timed? ?out|memory|content length/i],
  ['reverted', /revert/i],
]

const limitCodes: readonly number[] = [-32005, -32011, -32016, -32029, 429]

export const refusalOf = ({ code, message }: RpcError): Refusal => {
  const [kind] = patterns.find(([, pattern]) => pattern.test(message)) ?? []
  if (kind === 'batch') return kind
  if (limitCodes.includes(code)) return 'rate-limited'
  if (code === 401 || code === 403) return 'withdrawn'
  // EIP-1474 and geth: 3 is a revert, whatever its message.
  return code === 3 ? 'reverted' : (kind ?? 'other')
}
