import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainSlugs } from '@/lib/chains'
import type { ChainProgress } from '@/lib/collector/history-types'
import { parseBackfill, UsageError } from '@/lib/server/backfill-options'
import { createBars, progressLine } from '@/lib/server/progress-bars'
import { openStore } from '@/lib/store'
import { lockFolder } from '@/lib/store/lock'
import { HOUR, type PastChain, startPast } from '../collector/past'
import { engines } from '../store/engines'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'

describe('the command line of a backfill', () => {
  it('takes days, times and unix seconds, steps, chains and metrics', () => {
    const all = parseBackfill(['--from', '2025-01-01'])
    expect(all).toMatchObject({ from: 1_735_689_600, to: null, every: 86_400, again: false })
    expect(all?.chains).toHaveLength(6)
    expect(parseBackfill(['--from', '1735689600', '--to', '2025-01-02T03:00Z', '--every', '1h'])).toMatchObject({
      to: 1_735_786_800,
      every: HOUR,
    })
    expect(parseBackfill(['--from=2025-01-01', '--chain', 'base', '--chain', 'gnosis'])?.chains).toEqual([
      'gnosis',
      'base',
    ])
    expect(parseBackfill(['--from=2025-01-01', '--metric', 'lend.supplied'])?.chains).toEqual(['ethereum', 'gnosis'])
    expect(parseBackfill(['--from=2025-01-01', '--metric', 'tvl.total-usd'])?.chains).toHaveLength(6)
    expect(parseBackfill(['--help'])).toBeNull()
  })

  it.each([
    [[], '--from is missing'],
    [['--from', 'yesterday'], '--from may be'],
    [['--from', '2025-02-31'], '--from may be'],
    [['--from', '2025-01-02', '--to', '2025-01-01'], '--to is before'],
    [['--from', '2025-01-01', '--every', '90m'], '--every may be'],
    [['--from', '2025-01-01', '--every', '4000'], '--every may be'],
    [['--from', '2025-01-01', '--chain', 'solana'], '--chain may be'],
    [['--from', '2025-01-01', '--metric', 'nothing.at-all'], '--metric may be'],
    [['--from', '2025-01-01', '--metric', 'lend.supplied', '--chain', 'base'], '--metric is not read'],
    [['--from', '2025-01-01', '--fast'], 'It takes'],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(() => parseBackfill(args)).toThrow(UsageError)
    expect(() => parseBackfill(args)).toThrow(sentence)
  })
})

describe('the progress of a backfill', () => {
  const progress = (read: number, more: Partial<ChainProgress> = {}): ChainProgress => ({
    chain: 'base',
    asked: 100,
    stored: 10,
    read,
    notBegun: 0,
    notFinal: 0,
    failed: 0,
    reason: null,
    ...more,
  })

  it('says how much is done, how fast, and how long it will take', () => {
    const line = progressLine({ progress: progress(40), startedAt: 0, doneAt: null }, 20_000, 10)
    expect(line).toBe('base     █████░░░░░  50 % 50/100 · 2.0/s · 25 s left · 10 held')
    const end = progressLine({ progress: progress(89, { failed: 1 }), startedAt: 0, doneAt: 8_900 }, 99_000, 0)
    expect(end).toBe('base     100 % 100/100 · 10.0/s · 10 held, 1 not read')
  })

  it('is a few plain lines where nobody watches, and bars drawn over each other on a terminal', () => {
    const plain: string[] = []
    const bars = createBars({ write: (text) => plain.push(text) }, () => 0)
    for (let read = 0; read <= 90; read++) bars.update(progress(read))
    bars.end()
    expect(plain).toHaveLength(10)
    expect(plain.join('')).not.toContain('\u001b')
    const drawn: string[] = []
    let time = 0
    const live = createBars({ isTTY: true, columns: 40, write: (text) => drawn.push(text) }, () => time)
    for (let read = 0; read <= 90; read++) {
      time += 50
      live.update(progress(read))
    }
    live.end()
    expect(drawn.length).toBeLessThan(50)
    expect(drawn.at(-1)).toContain('\u001b[1A')
    for (const text of drawn)
      for (const line of text.split('\n')) expect(line.split('\u001b').at(-1)?.length).toBeLessThan(43)
  })
})

describe('npm run backfill', () => {
  const folders: string[] = []
  let past: PastChain
  let proxy: FaultProxy
  beforeAll(async () => {
    past = await startPast(100, 30)
    proxy = await startFaultProxy(past.chain.url)
  })
  afterAll(async () => {
    await proxy?.stop()
    await past?.chain.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'sparkscope-backfill-'))
    folders.push(made)
    return made
  }
  type OnText = (text: string, kill: () => void) => void
  const run = (dataDir: string, args: readonly string[], onText?: OnText, databaseUrl = '', rpcUrl = proxy.url) =>
    new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
      const env = { ...process.env, DATA_DIR: dataDir, PORT: '1', RPC_URL_100: rpcUrl, DATABASE_URL: databaseUrl }
      const child = spawn(process.execPath, ['--import', 'tsx', 'lib/server/backfill.ts', ...args], { env })
      let text = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (part: string) => {
          text += part
          onText?.(text, () => child.kill('SIGTERM'))
        })
      child.once('close', (code) => resolve({ code, text }))
    })

  it('fills, told to stop stores what is under way, goes on from there, and then has nothing left to do', async () => {
    const dataDir = folder()
    // The chain's past lies ahead of the clock: what counts as now is its newest final block.
    const args = ['--from', String(past.start - 24 * HOUR), '--every', '1h', '--chain', 'gnosis']
    const stopped = await run(dataDir, args, (text, kill) => {
      if (/gnosis +[1-9]/.test(text)) kill()
    })
    expect([stopped.code, stopped.text]).toEqual([
      143,
      expect.stringMatching(/Stopping: [\s\S]*points read and stored/),
    ])
    const done = await run(dataDir, args)
    const count = (text: string) =>
      (/(\d+) points read and stored, (\d+) held before/.exec(text) ?? []).slice(1).map(Number)
    const [readFirst = 0] = count(stopped.text)
    const [readThen = 0, held = 0] = count(done.text)
    expect([done.code, held]).toEqual([0, readFirst])
    expect(readFirst).toBeGreaterThan(0)
    proxy.reset()
    const again = await run(dataDir, args)
    expect([again.code, count(again.text)]).toEqual([0, [0, readFirst + readThen]])
    expect(proxy.ethCalls).toEqual([])
    expect(again.text).not.toContain(proxy.url)
  })

  it('says in one sentence which process has the store open', async () => {
    const dataDir = folder()
    const store = await openStore({ databaseUrl: null, dataDir })
    const { code, text } = await run(dataDir, ['--from', '2025-01-01', '--chain', 'gnosis'])
    await store.close()
    expect(code).toBe(1)
    expect(text.trim()).toMatch(
      /^The store is in use by another process\. Process \d+ has .* open: ask the running server instead, or stop it first \(kill \d+\)\.$/,
    )
  })

  it('fills nothing beside a server on the embedded network unless nodes are named', async () => {
    const dataDir = folder()
    const endpoints = [{ host: new URL(proxy.url).host }]
    const status = { network: 'embedded', chains: chainSlugs.map((chain) => ({ chain, endpoints })) }
    const server = createServer((_, response) => response.end(JSON.stringify(status)))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    // safe: a server that listens on a port has an address with one
    const { port } = server.address() as AddressInfo
    const lock = lockFolder(join(dataDir, 'embedded', 'version'), `http://127.0.0.1:${port}`)
    proxy.reset()
    const { code, text } = await run(dataDir, ['--from', '2025-01-01'], undefined, '', '')
    lock.release()
    server.close()
    expect(code).toBe(1)
    expect(text.trim()).toMatch(/^The server that runs here is on the embedded network, which fills .* first\.$/)
    expect([existsSync(join(dataDir, 'lock.1')), proxy.ethCalls]).toEqual([false, []])
  })

  it('refuses to start while another process writes to the same database', async () => {
    const engine = engines.find(({ name }) => name === 'postgres')
    if (!engine) return
    await engine.start()
    const place = await engine.place()
    const server = await openStore(place)
    expect(await server.tryWriterLock()).toBe(true)
    const args = ['--from', String(past.start), '--chain', 'gnosis']
    const refused = await run(folder(), args, undefined, place.databaseUrl ?? '')
    expect([refused.code, refused.text.trim()]).toEqual([
      1,
      'A running server writes to the database that DATABASE_URL names, and only one process may: stop it first.',
    ])
    await server.close()
    expect((await run(folder(), args, undefined, place.databaseUrl ?? '')).code).toBe(0)
    await engine.stop()
  })
})
