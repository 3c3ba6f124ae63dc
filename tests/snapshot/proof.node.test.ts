import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { decodeFunctionResult } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { numbersOf } from '@/lib/numbers/number-index'
import { aggregateAbi } from '@/lib/reader/multicall'
import type { Proof } from '@/lib/snapshot/proof'
import { proofOf } from '@/lib/snapshot/proof'
import { recheckOf as commandFor } from '@/lib/snapshot/recheck'
import type { Snapshot } from '@/lib/snapshot/types'
import { sourceOf, take } from '../reader/setup'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { multicallAddress, type SmallChain, startSmallChain } from '../support/small-chain'
import { badMetrics, manyMetrics, smallMetrics } from '../support/small-metrics'

const run = promisify(execFile)
const has = (program: string) => spawnSync(program, ['--version']).error === undefined
const hasCurl = has('curl')
const shells = ['sh', 'bash', 'zsh'].filter((shell) => shell === 'sh' || has(shell))
if (!hasCurl) console.log('curl is not installed here: the commands that re-check a number were not run.')

/** What Linux hands a program in one argument, its closing zero byte counted. */
const longestArgument = 131_072

let chain: SmallChain
let proxy: FaultProxy
let snapshot: Snapshot

beforeAll(async () => {
  chain = await startSmallChain(100)
  proxy = await startFaultProxy(chain.url)
  const metrics = [...smallMetrics(chain), ...badMetrics(chain), ...manyMetrics(chain, 450)]
  const source = sourceOf('gnosis', [chain.url])
  snapshot = (await take([source], metrics)).snapshot
  // What is re-checked is the past: the chain has moved on.
  await chain.put(chain.items[0] ?? chain.shelf, 5n)
  await chain.mine(2)
})
afterAll(async () => {
  await proxy?.stop()
  await chain?.stop()
})

const prove = (id: string): Proof => {
  const proof = proofOf(numbersOf(snapshot), id)
  if (!proof) throw new Error(`There is no ${id}.`)
  return proof
}

const recheckOf = (id: string) => {
  const { recheck } = prove(id)
  const { gnosis } = recheck
  if (!gnosis) throw new Error(`${id} cannot be re-checked.`)
  return gnosis
}

/** The raw result that a pasted command prints; the node is asked through a proxy that counts. */
const pasted = async (shell: string, command: string): Promise<string> => {
  proxy.reset()
  const env = { NODE_ENV: 'test', PATH: process.env.PATH, RPC_URL_100: proxy.url } as const
  const { stdout } = await run(shell, ['-c', command], { env, maxBuffer: 10_000_000 })
  const { result } = JSON.parse(stdout) as { result: string }
  return result
}

describe('a proof', () => {
  it('has the whole tree under a number, and every call once', () => {
    const { number, inputs, tree, calls } = prove('lend.total-weight:gnosis:TOTAL')
    expect(inputs.map(({ id }) => id)).toEqual(chain.items.map((each) => `lend.weight:gnosis:${each}`))
    expect(tree.map(({ id }) => id)).toEqual([number.id, ...inputs.map(({ id }) => id)])
    expect(calls).toHaveLength(1 + 3 * 4)
    expect(new Set(calls.map(({ call }) => `${call.address} ${call.calldata}`)).size).toBe(calls.length)
    expect(calls.every(({ asOf }) => asOf === snapshot.asOf.gnosis)).toBe(true)
  })

  it('reaches calls from every number, down through numbers over all chains', () => {
    for (const { id } of snapshot.numbers) {
      const { tree, calls } = prove(id)
      const leaves = tree.filter(({ inputs }) => inputs === undefined)
      expect(leaves.every((leaf) => (leaf.calls ?? []).length > 0)).toBe(true)
      expect(calls.length).toBeGreaterThan(0)
      for (const num of tree)
        for (const input of num.inputs ?? []) expect(tree.some((each) => each.id === input)).toBe(true)
    }
  })

  it('is none of a number that is not in the snapshot', () => {
    expect(proofOf(numbersOf(snapshot), 'lend.weight:base:X')).toBeNull()
  })
})

describe('the command that re-checks a number', () => {
  it.each([
    ['of one call', 'lend.part:gnosis:P7', 1],
    ['of several calls', 'lend.total-weight:gnosis:TOTAL', 13],
    ['of one call that was refused with a word', 'lend.bad:gnosis:loud', 1],
    ['of one call that burnt all its gas', 'lend.bad:gnosis:burn', 1],
    ['of a call to where nothing is', 'lend.bad:gnosis:nowhere', 1],
    ['of 450 calls', 'lend.all-parts:gnosis:TOTAL', 450],
  ])('%s prints what is expected, with one eth_call', async (_, id, count) => {
    const { command, expect: expected } = recheckOf(id)
    expect(prove(id).calls).toHaveLength(count)
    expect(command.split('\n')).toHaveLength(1)
    expect(command).toContain('curl -s "$RPC_URL_100"')
    expect(Buffer.byteLength(command)).toBeLessThan(longestArgument)
    if (!hasCurl) return
    for (const shell of shells) {
      expect(await pasted(shell, command)).toBe(expected)
      expect(proxy.methods).toEqual(['eth_call'])
    }
  })

  it('keeps a contract that burns all gas from spoiling the other calls', async () => {
    const calls = snapshot.calls.gnosis ?? []
    const all = commandFor(100, multicallAddress, snapshot.asOf.gnosis?.hash ?? '', calls)
    expect(calls.filter(({ ok }) => !ok)).toHaveLength(3)
    if (all && hasCurl) expect(await pasted('sh', all.command)).toBe(all.expect)
  })

  it('is one curl with the body as it stands, as long as an argument can hold it', () => {
    expect(recheckOf('lend.part:gnosis:P7').command).toMatch(/^curl -s "\$RPC_URL_100" .* -d '\{"jsonrpc".*\}'$/)
    expect(recheckOf('lend.all-parts:gnosis:TOTAL').command).toMatch(/ \| curl -s "\$RPC_URL_100" .* -d @-$/)
  })

  it('has a line for PowerShell that sends the same in one string', () => {
    for (const id of ['lend.part:gnosis:P7', 'lend.all-parts:gnosis:TOTAL']) {
      const { powershell, body } = recheckOf(id)
      expect(JSON.parse(body)).toMatchObject({ method: 'eth_call' })
      expect(body).not.toContain("'")
      expect(powershell).toBe(
        `(Invoke-RestMethod $env:RPC_URL_100 -Method Post -ContentType 'application/json' -Body '${body}').result`,
      )
    }
  })

  it('expects the answer that the number was computed from', () => {
    const { call } = prove('lend.part:gnosis:P7').calls[0] ?? {}
    expect(recheckOf('lend.part:gnosis:P7').expect).toBe(call?.result)
    const results = decodeFunctionResult({
      abi: aggregateAbi,
      functionName: 'aggregate3',
      data: recheckOf('lend.all-parts:gnosis:TOTAL').expect as `0x${string}`,
    })
    const sum = results.reduce((all, { returnData }) => all + BigInt(returnData), 0n)
    expect(sum).toBe(prove('lend.all-parts:gnosis:TOTAL').number.value?.raw)
  })
})
