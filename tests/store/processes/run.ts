import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Process = {
  readonly child: ChildProcess
  /** The lines of its standard output so far. */
  readonly lines: readonly string[]
  /** Resolves at the first line that begins so; rejects when the process ends before it. */
  said(beginning: string): Promise<string>
  /** Resolves when it has ended and all of its output is read. */
  readonly ended: Promise<void>
}

/** One of the scripts beside this file, in a process of its own. */
export function run(script: string, ...args: readonly string[]): Process {
  const path = fileURLToPath(new URL(`./${script}.ts`, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
    for (const check of waiting) check()
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const said = (beginning: string) =>
    new Promise<string>((resolve, reject) => {
      const check = () => {
        const line = lines.find((text) => text.startsWith(beginning))
        if (line === undefined) return
        waiting.delete(check)
        resolve(line)
      }
      waiting.add(check)
      check()
      void ended.then(() => reject(new Error(`${script} ended without saying "${beginning}"`)))
    })
  return { child, lines, said, ended }
}
