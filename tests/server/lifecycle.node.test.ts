import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { createSite } from '@/lib/server/http'
import { listenOn } from './fake-site'

const fixture = fileURLToPath(new URL('./fixtures/process.ts', import.meta.url))

const startProcess = (wrong: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, ...wrong], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  let errors = ''
  const waiters = new Set<() => void>()
  const hear = () => {
    for (const wake of waiters) wake()
  }
  child.stdout.on('data', (chunk: Buffer) => {
    text += String(chunk)
    hear()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    errors += String(chunk)
  })
  const exited = once(child, 'exit').then(([code]: unknown[]) => code)
  const ended = once(child, 'close').then(([code]: unknown[]) => code)
  return {
    child,
    exited,
    ended,
    lines: () => text.trim().split('\n'),
    errors: () => errors,
    said: (words: string) =>
      new Promise<string>((resolve) => {
        const look = () => {
          const line = text.split('\n').find((each) => each.includes(words))
          if (line === undefined) return
          waiters.delete(look)
          resolve(line)
        }
        waiters.add(look)
        look()
      }),
  }
}

const portIn = (line: string) => Number(/:(\d+)$/.exec(line)?.[1])

const refusesConnections = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.on('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.on('error', () => resolve(true))
  })

it('starts in order and, told to stop, finishes what is under way and undoes all of it', async () => {
  const run = startProcess()
  const port = portIn(await run.said('Serving'))
  await run.said('collector c 1')
  const underWay = fetch(`http://127.0.0.1:${port}/`)
  await run.said('asked /')
  run.child.kill('SIGTERM')
  await run.said('Stopping')
  const answer = await underWay
  expect([answer.status, await answer.text()]).toEqual([200, 'slow but whole'])
  expect(await run.ended).toBe(0)
  expect(await refusesConnections(port)).toBe(true)
  const lines = run.lines()
  expect(lines.slice(0, 2)).toEqual(['store /nowhere/embedded', 'runtime embedded'])
  const undone = lines.filter((line) => /stopped$|closed$/.test(line))
  expect([...undone].sort()).toEqual(['collector stopped', 'network stopped', 'next closed', 'store closed'])
  expect(undone.indexOf('collector stopped')).toBeLessThan(undone.indexOf('store closed'))
  expect(undone.indexOf('collector stopped')).toBeLessThan(undone.indexOf('network stopped'))
  expect(run.errors()).toBe('')
})

it('ends silently when its terminal or its reader is gone', async () => {
  const run = startProcess()
  await run.said('Serving')
  run.child.stdout.destroy()
  run.child.stderr.destroy()
  run.child.kill('SIGHUP')
  expect(await run.exited).toBe(0)
})

it('can be stopped while the network is still starting', async () => {
  const run = startProcess(['network-hangs'])
  await run.said('Serving')
  run.child.kill('SIGINT')
  expect(await run.ended).toBe(0)
  expect(run.lines()).toContain('network stopped')
  expect(run.lines()).toContain('store closed')
})

it('ends at once on a second signal', async () => {
  const run = startProcess(['collector-hangs'])
  await run.said('collector c')
  run.child.kill('SIGTERM')
  await run.said('Stopping')
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(143)
})

it('says why it cannot start, without secrets, undoes what it did, and ends with 1', async () => {
  const run = startProcess(['network-fails'])
  expect(await run.ended).toBe(1)
  expect(run.errors()).toContain('no node at http://node.example')
  expect(run.errors()).not.toContain('hunter2')
  expect(run.lines()).toContain('store closed')
})

it('says in one sentence that its port is taken', async () => {
  const taken = createSite({
    cache: { answer: () => Promise.reject(new Error('unused')), bytes: 0, count: 0 },
    siteUrl: null,
    waiting: () => [],
    hasSnapshot: () => false,
  })
  const port = await listenOn(taken)
  onTestFinished(() => void taken.close())
  const run = startProcess([], { FIXTURE_PORT: String(port) })
  expect(await run.ended).toBe(1)
  expect(run.errors()).toContain(`PORT holds ${port}, and something else listens there already`)
})
