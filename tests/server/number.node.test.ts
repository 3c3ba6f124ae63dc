import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeFunctionData } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainBySlug, chainSlugs } from '@/lib/chains'
import { erc20 } from '@/lib/contracts/erc20'
import { type Devnet, startDevnet } from '@/lib/devnet'
import { metricById } from '@/lib/metrics'
import type { Metric } from '@/lib/metrics/types'
import { chainsOf } from '@/lib/server/number-chains'
import { lockFolder } from '@/lib/store/lock'

const metric = (id: string): Metric => {
  const found = metricById(id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

describe('the chains that a number needs', () => {
  it('are its own, or all that a sum looks at', () => {
    expect(chainsOf(metric('lend.supplied'), 'gnosis', [])).toEqual(['gnosis'])
    expect(chainsOf(metric('lend.supplied-usd'), 'gnosis', [])).toEqual(['gnosis'])
    expect(chainsOf(metric('tvl.total-usd'), 'base', [])).toEqual(['base'])
    expect(chainsOf(metric('tvl.total-usd'), 'all', [])).toEqual(chainSlugs)
  })
})

describe('npm run number', () => {
  const DAY = 86_400
  const end = Date.UTC(2026, 6, 20) / 1000
  const id = 'savings.shares:base:SUSDS'
  let devnet: Devnet

  beforeAll(async () => {
    devnet = await startDevnet({ now: end, from: end - 3 * DAY, chains: ['base'] })
  })
  afterAll(async () => {
    await devnet?.stop()
  })

  const run = (args: readonly string[], port = 1, instead?: Readonly<Record<string, string>>) =>
    new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
      const env = {
        ...process.env,
        HOST: '127.0.0.1',
        PORT: String(port),
        ...(instead ?? { RPC_URL_8453: `${devnet.urls.base}/?key=secret` }),
      }
      const child = spawn(process.execPath, ['--import', 'tsx', 'lib/server/number.ts', ...args], { env })
      let text = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
      child.once('close', (code) => resolve({ code, text }))
    })

  const supplyAt = async (t: number): Promise<bigint> => {
    const ask = async (method: string, ...params: readonly unknown[]) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
      const response = await fetch(devnet.urls.base, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return ((await response.json()) as { readonly result: unknown }).result
    }
    for (let number = Number(await ask('eth_blockNumber')); ; number--) {
      const block = (await ask('eth_getBlockByNumber', `0x${number.toString(16)}`, false)) as {
        readonly timestamp: string
      }
      if (Number(block.timestamp) > t) continue
      const data = encodeFunctionData({ abi: erc20.abi, functionName: 'totalSupply' })
      const call = { to: chainBySlug('base').contracts.SUSDS.address, data }
      return BigInt((await ask('eth_call', call, `0x${number.toString(16)}`)) as string)
    }
  }

  const valueIn = (text: string): bigint => {
    const [whole = '', fraction = ''] = (/^ {2}(\d+(?:\.\d+)?)$/m.exec(text)?.[1] ?? '').split('.')
    return BigInt(whole + fraction.padEnd(18, '0'))
  }

  it('reads one chain where no server runs, at the head or at a past moment, and says how to check it', async () => {
    const [now, then] = await Promise.all([run([id]), run([id, '--at', String(end - DAY - 1)])])
    expect([now.code, then.code]).toEqual([0, 0])
    expect(valueIn(now.text)).toBe(await supplyAt(end))
    expect(valueIn(then.text)).toBe(await supplyAt(end - DAY - 1))
    expect(then.text).toContain('2026-07-18T00:00:00Z')
    expect(then.text).toContain('"$RPC_URL_8453"')
    expect(now.text + then.text).not.toContain('secret')
  })

  it('asks the server that runs here first', async () => {
    const { text } = await run([id, '--json'])
    const proof = { ...JSON.parse(text), title: 'From the server' }
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end(JSON.stringify(proof))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const served = await run([id], port)
    expect(served.text).toContain('From the server')
    expect(served.text).toContain(`As the server at http://127.0.0.1:${port} has it.`)
    expect(asked).toEqual([`/api/v1/numbers/${encodeURIComponent(id)}`])
    await run([id, '--at', '2026-07-19'], port)
    expect(asked).toHaveLength(1)
    server.close()
  })

  describe('beside a server on the embedded network, at a port of its own', () => {
    let folder = ''
    let state: 'up' | 'starting' = 'up'
    let server: Server
    const asked: string[] = []

    beforeAll(async () => {
      const proof = JSON.parse((await run([id, '--json'])).text)
      const endpoints = [{ host: new URL(devnet.urls.base).host }]
      const status = () => ({
        network: 'embedded',
        chains: chainSlugs.map((chain) => ({ chain, endpoints: state === 'up' ? endpoints : [] })),
      })
      server = createServer((request, response) => {
        asked.push(request.url ?? '')
        const isStatus = request.url === '/api/v1/status'
        if (!isStatus && state === 'starting') response.statusCode = 503
        response.end(JSON.stringify(isStatus ? status() : { ...proof, title: 'From the server' }))
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      folder = mkdtempSync(join(tmpdir(), 'sparkscope-number-'))
      lockFolder(join(folder, 'embedded', 'version'), `http://127.0.0.1:${port}`)
    })
    afterAll(() => {
      server?.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const beside = (...args: readonly string[]) => run(args, 1, { DATA_DIR: folder })

    it('asks that server, and says that it is not mainnet', async () => {
      const { code, text } = await beside(id)
      expect([code, text.includes('From the server')]).toEqual([0, true])
      expect(text).toContain('on the embedded network: not mainnet')
    })

    it('reads a past moment from its nodes, and says so', async () => {
      const { code, text } = await beside(id, '--at', String(end - DAY - 1))
      expect([code, valueIn(text)]).toEqual([0, await supplyAt(end - DAY - 1)])
      expect(text).toContain('Read just now from the embedded network: not mainnet.')
    })

    it('asks the nodes that are named instead, where some are', async () => {
      const before = asked.length
      const env = { DATA_DIR: folder, RPC_URL_8453: devnet.urls.base }
      const { text } = await run([id, '--at', String(end)], 1, env)
      expect(text).toContain('Read from the nodes just now.')
      expect(asked).toHaveLength(before)
    })

    it('says in one sentence that it is still starting, and reads nothing else', async () => {
      state = 'starting'
      for (const args of [[id], [id, '--at', '2026-07-19']]) {
        const { code, text } = await beside(...args)
        expect([code, text.trim()]).toEqual([
          1,
          expect.stringMatching(/^The server at \S+ is still starting: try again in a moment\.$/),
        ])
      }
    })
  })

  it('without an id says how it is used, and ends as a command used wrongly', async () => {
    const { code, text } = await run([])
    expect([code, text.split('\n')[0]]).toEqual([2, expect.stringMatching(/^npm run number -- /)])
    const help = await run(['--help'])
    expect([help.code, help.text]).toEqual([0, text])
  })

  it.each([
    [['lend.suply-apy:ethereum:USDC'], 'lend.supply-apy'],
    [['savings.shares:base'], 'An id is metric:chain:key'],
    [['savings.shares:mars:SUSDS'], 'The chain may be'],
    [['lend.supplied:base:USDC'], 'exists on ethereum, gnosis'],
    [['savings.shares:base:NOTHING'], 'savings.shares:base has'],
    [[id, '--at', 'monday'], '--at may be'],
    [[id, '--at', '2036-01-01'], 'no block of that time yet'],
    [[id, '--at', '2020-01-01'], 'began after that time'],
    [[id, 'another'], 'One number at a time'],
  ])('says in one sentence what is wrong with %j', async (args, sentence) => {
    const { code, text } = await run(args)
    expect(code).toBe(1)
    expect(text).toContain(sentence)
    expect(text.trim().split('\n')).toHaveLength(1)
  })
})
