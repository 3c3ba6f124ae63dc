import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '@/lib/store'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy'
import { HOUR, type PastChain, startPast } from './past'

const script = fileURLToPath(new URL('processes/filler.ts', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-kill-'))
let past: PastChain
let proxy: FaultProxy

beforeAll(async () => {
  past = await startPast(100, 60)
  proxy = await startFaultProxy(past.chain.url)
})
afterAll(async () => {
  await proxy?.stop()
  await past?.chain.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const range = () => ({ from: past.start, to: Math.floor(past.finalTime / HOUR) * HOUR })

const startFiller = (): ChildProcess => {
  const { from, to } = range()
  const { shelf, villain, items } = past.chain
  const args = [dataDir, proxy.url, String(from), String(to), shelf, villain, ...items]
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Runs it until it has said so much, kills it in the act, and answers how many instants it said were stored. */
const killAfter = (read: number): Promise<number> =>
  new Promise((resolve) => {
    const child = startFiller()
    let said = 0
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('read ')) said = Number(line.slice(5))
      if (said >= read) child.kill('SIGKILL')
    })
    child.once('close', () => resolve(said))
  })

const finish = (): Promise<number | null> =>
  new Promise((resolve) => {
    const child = startFiller()
    child.stdout?.resume()
    child.once('close', (code) => resolve(code))
  })

it('loses nothing that it said was stored, and reads nothing again, however often it is killed', async () => {
  const { from, to } = range()
  const instants = (to - from) / HOUR + 1
  const blocks = new Set(Array.from({ length: instants }, (_, i) => past.blockAt(from + i * HOUR)?.number)).size
  let stored = 0
  for (const read of [1, 30, 70]) {
    const said = await killAfter(read)
    expect(said).toBeLessThan(instants)
    const store = await openStore({ databaseUrl: null, dataDir })
    const found = await store.storedInstants('gnosis', from, to)
    await store.close()
    expect(found.length).toBeGreaterThanOrEqual(stored + said)
    // Newest first: what is stored has no gaps but those of readings in flight.
    stored = found.length
  }
  expect(await finish()).toBe(0)
  // Each of four starts asks once more before it knows the shelf, and up to four readings die with each of three kills;
  // a block that stands for instants on both sides of a kill is read by both runs.
  expect(proxy.ethCalls.length).toBeLessThanOrEqual(blocks + 4 + 3 * 4 + 3)
  proxy.reset()
  expect(await finish()).toBe(0)
  expect(proxy.ethCalls).toEqual([])
  const store = await openStore({ databaseUrl: null, dataDir })
  for (const address of past.chain.items) {
    const points = await store.readSeries(`lend.amount:gnosis:${address}`, from, to, HOUR)
    expect(points).toHaveLength(instants)
    for (const point of points) {
      const block = past.blockAt(point.t)
      const amount = block && (await past.amountAt(address, block.number))
      expect([point.t, point.block, Number(point.value)]).toEqual([point.t, block?.number, Number(amount) / 100])
    }
  }
  await store.close()
}, 180_000)
