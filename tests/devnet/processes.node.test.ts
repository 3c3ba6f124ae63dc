import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { startDevnet } from '@/lib/devnet'
import { until } from '../support/until'

const now = Date.parse('2026-09-03T12:00:00Z') / 1000
const short = { now, from: now - 86_400, chains: ['unichain', 'optimism'] } as const

const lives = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const foldersOf = (pid: number) => readdirSync(tmpdir()).filter((name) => name.startsWith(`sparkscope-devnet-${pid}-`))

describe('the network', () => {
  it('leaves no process and no folder behind when stopped', async () => {
    const devnet = await startDevnet(short)
    expect(devnet.pids).toHaveLength(3)
    expect(devnet.pids.every(lives)).toBe(true)
    await devnet.stop()
    await until('every process of it to end', () => !devnet.pids.some(lives))
    expect(foldersOf(process.pid)).toEqual([])
  })

  it('dies with the process that started it, even when that is killed outright', async () => {
    const entry = fileURLToPath(new URL('../../lib/devnet/index.ts', import.meta.url))
    const script = `import { startDevnet } from ${JSON.stringify(entry)}
      const devnet = await startDevnet(${JSON.stringify(short)})
      process.stdout.write(JSON.stringify(devnet.pids) + '\\n')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pids = await new Promise<number[]>((resolve, reject) => {
      child.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString())))
      child.once('exit', () => reject(new Error('It ended before the network was up')))
    })
    expect(pids.every(lives)).toBe(true)
    child.kill('SIGKILL')
    await until('every process of it to end', () => !pids.some(lives))
    await until('its folders to go', () => foldersOf(child.pid ?? 0).length === 0)
  })

  it('stops what it started when told to while starting', async () => {
    const stopping = new AbortController()
    const starting = startDevnet({
      ...short,
      from: 0,
      signal: stopping.signal,
      onProgress: ({ done }) => done > 0 && stopping.abort(),
    })
    await expect(starting).rejects.toThrow()
    await until('its folders to go', () => foldersOf(process.pid).length === 0)
  })
})
