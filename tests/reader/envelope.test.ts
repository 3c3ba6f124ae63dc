import { describe, expect, it } from 'vitest'
import { NodeError } from '@/lib/errors'
import { answersOf, BatchRefusedError } from '@/lib/reader/envelope'
import { LastingError } from '@/lib/reader/http-post'

const ids = [7, 8]
const one = { jsonrpc: '2.0', id: 7, result: '0x1' }
const two = { jsonrpc: '2.0', id: 8, result: '0xab' }
const right = [{ result: '0x1' }, { result: '0xab' }]
const error = (code: unknown, message: unknown) => ({ code, message })

const read = (body: unknown, asked: readonly number[] = ids, status = 200) =>
  answersOf({ status, text: typeof body === 'string' ? body : JSON.stringify(body) }, asked)

const failureOf = (body: unknown, asked?: readonly number[], status?: number): string => {
  try {
    read(body, asked, status)
  } catch (thrown) {
    if (thrown instanceof BatchRefusedError) return 'batch'
    if (thrown instanceof NodeError) return thrown.failure.code
    throw thrown
  }
  return 'accepted'
}

describe('what is harmless in a batch is read as it is meant', () => {
  it.each<readonly [string, unknown]>([
    ['the plain form', [one, two]],
    ['another order', [two, one]],
    ['fields that nobody asked for', [{ ...one, took: 3, node: { name: 'x' } }, two]],
    ['no version', [{ id: 7, result: '0x1' }, two]],
    ['another version', [{ ...one, jsonrpc: '1.0' }, two]],
    [
      'ids as text',
      [
        { ...one, id: '7' },
        { ...two, id: '8' },
      ],
    ],
    ['an empty error beside each result', [{ ...one, error: null }, two]],
    ['the same answer twice', [one, two, one]],
    ['upper-case hex', [one, { ...two, result: '0xAB' }]],
    ['an upper-case prefix', [one, { ...two, result: '0XAB' }]],
    ['white space around it', `\r\n ${JSON.stringify([one, two])} \n\n\t`],
  ])('%s', (_, body) => {
    expect(read(body)).toEqual(right)
  })

  it('errors of single requests stay with them', () => {
    expect(read([{ id: 7, result: null, error: error(-32000, 'missing trie node') }, two])).toEqual([
      { refusal: 'no-archive' },
      right[1],
    ])
  })

  it('one request may be answered with a list of one', () => {
    expect(read([one], [7])).toEqual([right[0]])
    expect(read(one, [7])).toEqual([right[0]])
  })

  it('null is an answer: there is no such block', () => {
    expect(read({ ...one, result: null }, [7])).toEqual([{ result: null }])
  })
})

describe('what is not harmless in a batch is refused', () => {
  it.each<readonly [string, unknown, string]>([
    ['an id that was not asked', [one, { ...two, id: 9 }], 'garbled'],
    ['an answer too many', [one, two, { ...two, id: 9 }], 'garbled'],
    ['an id that is a fraction', [one, { ...two, id: 8.5 }], 'garbled'],
    ['no id', [one, { jsonrpc: '2.0', result: '0xab' }], 'garbled'],
    ['two answers of one id that differ', [one, two, { ...two, result: '0xac' }], 'garbled'],
    ['a result and an error of one id', [one, two, { id: 8, error: error(-32000, 'x') }], 'garbled'],
    ['a result with an error in it', [one, { ...two, error: error(-32000, 'x') }], 'garbled'],
    ['neither result nor error', [one, { jsonrpc: '2.0', id: 8 }], 'garbled'],
    ['an answer that is missing', [one], 'garbled'],
    ['an empty list', [], 'garbled'],
    ['a list of nothing', [null, null], 'garbled'],
    ['the answer to one of them, alone', one, 'garbled'],
    ['answers cut off', JSON.stringify([one, two]).slice(0, -9), 'garbled'],
    ['a number that JSON does not have', '[{"id":7,"result":NaN},{"id":8,"result":"0xab"}]', 'garbled'],
    ['nothing', '', 'garbled'],
    ['text', 'OK', 'garbled'],
    ['a page', '<!doctype html><title>Just a moment…</title>', 'garbled'],
    ['a number', '12', 'garbled'],
  ])('%s', (_, body, code) => {
    expect(failureOf(body)).toBe(code)
  })

  it('brackets nested a hundred thousand times are no answer, and no fault of ours', () => {
    const deep = `${'['.repeat(99_000)}${']'.repeat(99_000)}`
    expect(failureOf(deep)).toBe('garbled')
    expect(failureOf(deep.repeat(3))).toBe('garbled')
    expect(failureOf(`[{"id":7,"result":${deep}},{"id":7,"result":[]},{"id":8,"result":"0x"}]`)).toBe('garbled')
  })
})

describe('an error in place of all answers is what it says', () => {
  const limited = error(-32005, 'limit exceeded')
  it.each<readonly [string, unknown, string]>([
    ['an object', { jsonrpc: '2.0', id: null, error: limited }, 'rate-limited'],
    ['an object without an id', { error: limited }, 'rate-limited'],
    ['an object with the id of one request', { id: 7, error: limited }, 'rate-limited'],
    ['a list of one object', [{ id: null, error: limited }], 'rate-limited'],
    ['an error beside an answer', [one, { id: null, error: limited }], 'rate-limited'],
    ['an error of one request', [one, { id: 8, error: limited }], 'rate-limited'],
    ['a code as text', { error: error('-32005', '') }, 'rate-limited'],
    ['429 as its code', { error: error(429, 'x') }, 'rate-limited'],
    ['429 beside it', { status: 429, error: 'x' }, 'rate-limited'],
    ['429 without JSON-RPC', { statusCode: 429, message: 'x' }, 'rate-limited'],
    ['an error that is a text', { error: 'Too many requests, please try again later.' }, 'rate-limited'],
    ['a message alone', { message: 'API rate limit exceeded' }, 'rate-limited'],
    [
      'its reason in the data',
      { error: { code: -32000, message: 'Refused', data: 'capacity exceeded' } },
      'rate-limited',
    ],
    ['compute units', { error: error(0, 'compute units per second exceeded') }, 'rate-limited'],
    ['a missing key', { error: error(-32000, 'Unauthorized: an API key is needed') }, 'refused'],
    ['the end of a service', { error: error(-32000, 'This endpoint has been discontinued') }, 'refused'],
    ['old states', { error: error(-32000, 'missing trie node') }, 'no-archive'],
    ['an unknown block', { error: error(-32000, 'header not found') }, 'lagging'],
    ['a batch too large', { error: error(-32600, 'batch too large') }, 'batch'],
    ['a request that it does not understand', { error: error(-32600, 'Invalid request') }, 'batch'],
  ])('%s', (_, body, code) => {
    expect(failureOf(body)).toBe(code)
  })

  it('also for a single request', () => {
    expect(failureOf({ id: null, error: limited }, [7])).toBe('rate-limited')
    expect(failureOf({ id: 7, error: limited }, [7])).toBe('rate-limited')
    expect(failureOf({ message: 'Too Many Requests' }, [7])).toBe('rate-limited')
    expect(read({ id: null, error: error(-32000, 'header not found') }, [7])).toEqual([{ refusal: 'unknown-block' }])
    expect(read({ id: 7, error: 'out of gas' }, [7])).toEqual([{ refusal: 'too-big' }])
  })
})

describe('the status of an answer', () => {
  it.each<readonly [number, unknown, string]>([
    [429, [one, two], 'rate-limited'],
    [429, 'slow down', 'rate-limited'],
    [401, 'Unauthorized', 'refused'],
    [402, { error: error(0, 'pay') }, 'refused'],
    [403, '<html>Attention required</html>', 'refused'],
    [404, 'Not found', 'refused'],
    [410, '', 'refused'],
    [204, '', 'garbled'],
    [500, 'Internal error', 'unreachable'],
    [503, '<html>Unavailable</html>', 'unreachable'],
    [403, { error: error(-32000, 'rate limit reached') }, 'rate-limited'],
    [403, { error: error(-32602, 'Archive requests require a personal token') }, 'no-archive'],
    [400, { error: error(-32600, 'batch too large') }, 'batch'],
    [500, [one, two], 'accepted'],
  ])('%i with %j', (status, body, code) => {
    expect(failureOf(body, ids, status)).toBe(code)
  })

  it.each([401, 403, 404, 410])('%i is a lasting failure, for one request and for several', (status) => {
    expect(() => read('', [7], status)).toThrow(LastingError)
    expect(() => read('', ids, status)).toThrow(LastingError)
  })

  it('413 says that one request is too big', () => {
    expect(read('', [7], 413)).toEqual([{ refusal: 'too-big' }])
  })
})
