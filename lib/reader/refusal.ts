/** Why a node refused a request, recognised by its code and its message, which is never passed on. */
export type Refusal =
  | 'too-big'
  | 'gas-cap'
  | 'batch'
  | 'no-archive'
  | 'unknown-block'
  | 'rate-limited'
  | 'reverted'
  | 'other'

export type RpcError = { readonly code: number; readonly message: string }

/** In order of precedence: a message can match several. */
const patterns: readonly (readonly [Refusal, RegExp])[] = [
  ['batch', /\bbatch/i],
  [
    'rate-limited',
    /(rate|daily|monthly|plan|request|credit|usage|unit)s?.?limit|too many requests|capacity|quota|throttl|exceeded.*(second|limit.*request)/i,
  ],
  ['no-archive', /archive|missing trie node|state.*(not available|unavailable|pruned)|no state|historical state/i],
  [
    'unknown-block',
    /(block|header|hash).*(not found|unknown)|unknown block|not (currently )?canonical|resource not found/i,
  ],
  ['gas-cap', /gas (limit|cap)?.*(too high|too large|above|exceeds? (the )?(block|max|cap|node|limit))|max.*gas/i],
  ['too-big', /gas|returndata|size|too (large|big)|exceed|limit|timed? ?out|memory|content length/i],
  ['reverted', /revert/i],
]

export const refusalOf = ({ code, message }: RpcError): Refusal => {
  const [kind] = patterns.find(([, pattern]) => pattern.test(message)) ?? []
  if (kind === 'batch') return kind
  if (code === -32005 || code === -32011 || code === 429) return 'rate-limited'
  // EIP-1474 and geth: 3 is a revert, whatever its message.
  return code === 3 ? 'reverted' : (kind ?? 'other')
}
