import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { LockedError, openStore } from '@/lib/store'
import { addressOf, lockFolder } from '@/lib/store/lock'
import { isAlive } from '@/lib/store/lock-holder'
import { until } from '../support/until'
import { type Process, run } from './processes/run'

const folders: string[] = []
const processes: Process[] = []
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-lock-'))
  folders.push(folder)
  return folder
}
const start = (...args: Parameters<typeof run>) => {
  const process = run(...args)
  processes.push(process)
  return process
}
const kill = async ({ child, ended }: Process) => {
  child.kill('SIGKILL')
  await ended
}
const holderIn = (folder: string) => {
  const last =
    readdirSync(folder)
      .filter((name) => name.startsWith('lock.'))
      .sort()
      .at(-1) ?? ''
  return JSON.parse(readFileSync(join(folder, last), 'utf8'))
}
const hasProc = process.platform === 'linux'

afterEach(async () => {
  await Promise.all(processes.splice(0).map(kill))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the lock of a folder', () => {
  it('belongs to one holder, until released', () => {
    const folder = join(fresh(), 'not', 'yet', 'there')
    for (let round = 0; round < 3; round++) {
      const lock = lockFolder(folder)
      expect(() => lockFolder(folder)).toThrow(LockedError)
      lock.release()
    }
    lockFolder(folder).release()
    expect(readdirSync(folder), 'one file stays, none else').toHaveLength(1)
  })

  it('says where its holder serves, as long as it holds', () => {
    const folder = fresh()
    expect(addressOf(join(folder, 'none'))).toBeNull()
    const lock = lockFolder(folder, 'http://localhost:3999')
    expect(addressOf(folder)).toBe('http://localhost:3999')
    lock.release()
    expect(addressOf(folder)).toBeNull()
    lockFolder(folder).release()
  })

  it('refuses what is no folder, and what cannot be one, with a sentence', () => {
    const file = join(fresh(), 'file')
    writeFileSync(file, '')
    const places = [file, join(file, 'below'), '/dev/null', ...(hasProc ? ['/proc/none', '/proc/none/below'] : [])]
    for (const place of places)
      expect(() => lockFolder(place), place).toThrow(
        /^The folder of the store cannot be used: ".*" (is|has) [^.]+; [^.]+ DATA_DIR \(E[A-Z]+\)\.$/,
      )
    expect(readFileSync(file, 'utf8')).toBe('')
  })

  it('is taken over from a process that is gone', () => {
    const folder = fresh()
    writeFileSync(join(folder, 'lock.7'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }))
    lockFolder(folder)
    expect(holderIn(folder)).toMatchObject({ pid: process.pid })
  })

  it('is taken over where its file was cut short', () => {
    const folder = fresh()
    writeFileSync(join(folder, 'lock.1'), '{"pid":')
    lockFolder(folder)
    expect(holderIn(folder)).toMatchObject({ pid: process.pid })
  })

  it.runIf(hasProc)('is taken over when its pid now belongs to a later process', () => {
    const folder = fresh()
    writeFileSync(join(folder, 'lock.1'), JSON.stringify({ pid: process.pid, started: '1' }))
    lockFolder(folder)
    expect(holderIn(folder).started).not.toBe('1')
  })

  it.runIf(hasProc)('counts a zombie as dead', async () => {
    // `sleep` ends at once, and the shell that began it becomes another program, which never collects it
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))))
    const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    await until('it to be a zombie', () => stat()[0] === 'Z')
    expect(isAlive({ pid, started: stat()[19] ?? '' })).toBe(false)
    parent.kill('SIGKILL')
  })

  it('goes by the pid alone where nothing else is known', () => {
    expect(isAlive({ pid: process.pid, started: null })).toBe(true)
    expect(isAlive({ pid: 2 ** 22 + 1, started: null })).toBe(false)
  })

  it('refuses a second opener, 20 times out of 20, with a sentence that says who and what to do', async () => {
    const folder = fresh()
    const holder = start('opener', folder)
    await holder.said('open')
    const pid = holder.child.pid
    const others = Array.from({ length: 5 }, () => start('opener', folder))
    for (let i = 0; i < 15; i++)
      await expect(openStore({ databaseUrl: null, dataDir: folder })).rejects.toThrow(
        `The store is in use by another process. Process ${pid} has ${folder} open: ask the running server instead, or stop it first (kill ${pid}).`,
      )
    const answers = await Promise.all(others.map((other) => other.said('locked')))
    expect(answers).toHaveLength(5)
    await kill(holder)
    const store = await openStore({ databaseUrl: null, dataDir: folder })
    await expect(openStore({ databaseUrl: null, dataDir: folder })).rejects.toThrow('This process')
    await store.close()
  })

  it('lets exactly one of several racers take over a dead lock, however close they come', async () => {
    const root = fresh()
    const places = Array.from({ length: 60 }, (_, i) => {
      const folder = join(root, String(i))
      mkdirSync(folder)
      if (i % 3 > 0) writeFileSync(join(folder, `lock.${i}`), JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }))
      return folder
    })
    const begin = String(Date.now() + 2_500)
    const racers = Array.from({ length: 4 }, () => start('racer', begin, ...places))
    const answers = await Promise.all(racers.map((racer) => racer.said('won')))
    const winners = answers.flatMap((answer) => answer.split(' ').slice(1).filter(Boolean).map(Number))
    expect(winners.sort((a, b) => a - b)).toEqual(places.map((_, i) => i))
  })
})
