import { describe, expect, it } from 'vitest'
import { refusalOf } from '@/lib/reader/refusal'

/** What nodes and providers were seen to answer, and what helps. */
const texts: readonly (readonly [number, string, ReturnType<typeof refusalOf>])[] = [
  [-32000, 'out of gas', 'too-big'],
  [-32000, 'gas required exceeds allowance (50000000)', 'too-big'],
  [-32003, 'EVM error MemoryOOG', 'too-big'],
  [-32000, 'execution aborted (timeout = 5s)', 'too-big'],
  [-32000, 'call returned result on length 116000 exceeding --rpc.returndata.limit 100000', 'too-big'],
  [-32602, 'request entity too large', 'too-big'],
  [-32000, 'intrinsic gas too high -- CallGasCostMoreThanGasLimit', 'gas-cap'],
  [-32000, 'gas limit is too high', 'gas-cap'],
  [-32015, 'err: Block gas limit exceeded (supplied gas 50000000)', 'gas-cap'],
  [-32000, 'Block gas limit exceeded', 'gas-cap'],
  [-32000, 'exceeds block gas limit', 'gas-cap'],
  [-32000, 'tx gas limit exceeds block gas limit', 'gas-cap'],
  [-32000, 'transaction gas limit too high (cap: 16777216, tx: 50000000)', 'gas-cap'],
  [-32000, 'block gas limit reached', 'gas-cap'],
  [-32003, 'CallerGasLimitMoreThanBlock', 'gas-cap'],
  [31, 'Batch of more than 3 requests are not allowed on free tier', 'batch'],
  [-32600, 'batch too large', 'batch'],
  [-32005, 'limit exceeded', 'rate-limited'],
  [-32011, 'network error', 'rate-limited'],
  [429, '', 'rate-limited'],
  [-32029, 'Too Many Requests', 'rate-limited'],
  [-32000, 'You have exceeded your daily limit', 'rate-limited'],
  [-32000, 'compute units limit reached', 'rate-limited'],
  [-32016, 'over rate limit', 'rate-limited'],
  [-32000, 'capacity exceeded', 'rate-limited'],
  [-32012, 'back-end is at capacity', 'rate-limited'],
  [-32007, '50/second request limit reached', 'rate-limited'],
  [-32000, 'You have exceeded the RPS limit available on the current plan', 'rate-limited'],
  [0, 'Your app has exceeded its compute units per second capacity', 'rate-limited'],
  [-32603, 'exceeded quota', 'rate-limited'],
  [-32000, 'project ID request rate exceeded', 'rate-limited'],
  [-32000, 'monthly credits exhausted', 'rate-limited'],
  [-32000, 'Please slow down', 'rate-limited'],
  [-32000, 'Unauthorized: you must use an API key', 'withdrawn'],
  [-32000, 'invalid key', 'withdrawn'],
  [401, '', 'withdrawn'],
  [-32000, 'This endpoint has been discontinued', 'withdrawn'],
  [-32000, 'The public RPC service is no longer available', 'withdrawn'],
  [-32601, 'the method eth_foo is not available', 'other'],
  [-32602, 'Archive requests require a personal token', 'no-archive'],
  [-32000, 'missing trie node 5d9e (path )', 'no-archive'],
  [-32000, 'historical state 0xab is not available', 'no-archive'],
  [-32000, 'header not found', 'unknown-block'],
  [-32000, 'header for hash not found', 'unknown-block'],
  [-32001, 'Unknown block', 'unknown-block'],
  [-32000, 'hash 0xab is not currently canonical', 'unknown-block'],
  [3, 'execution reverted: out of gas money', 'reverted'],
  [-32000, 'execution reverted', 'reverted'],
  [-32603, 'Internal error', 'other'],
]

describe('a node’s error', () => {
  it.each(texts)('%i "%s" is understood as %s', (code, message, refusal) => {
    expect(refusalOf({ code, message })).toBe(refusal)
  })
})
