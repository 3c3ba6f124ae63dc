import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build, install } from '@/lib/server/setup.mjs'
import { say } from './table'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const script = fileURLToPath(new URL('processes/site.ts', import.meta.url))

/** A server in a process of its own. */
export type Site = {
  readonly url: string
  /** Microseconds of CPU it has used so far, all its threads. */
  cpu(): Promise<number>
  /** What the process has of memory, and what its cache holds. */
  memory(): Promise<Memory>
  stop(): Promise<void>
}

export type Memory = { readonly rss: number; readonly kept: { readonly bytes: number; readonly count: number } }

export type How = 'cached' | 'through' | 'plain'

const heard = <message>(child: ChildProcess): Promise<message> =>
  new Promise((resolve, reject) => {
    const gone = () => reject(new Error('A server under measurement has ended.'))
    child.once('exit', gone)
    child.once('message', (message) => {
      child.off('exit', gone)
      // safe: processes/site.ts says nothing else
      resolve(message as message)
    })
  })

export const startSite = async (
  how: How,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Site> => {
  const child = spawn(process.execPath, ['--import', 'tsx', script, how, folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const { url } = await heard<{ readonly url: string }>(child)
  return {
    url,
    async cpu() {
      child.send('cpu')
      const { cpu } = await heard<{ readonly cpu: NodeJS.CpuUsage }>(child)
      return cpu.user + cpu.system
    },
    async memory() {
      child.send('memory')
      return heard<Memory>(child)
    },
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** Builds the real pages where their build is not the one of these sources. */
export const buildPages = async (): Promise<void> => {
  say('Looking after the build of the pages…')
  if (!(await install()) || !(await build())) throw new Error('The pages could not be built: see above.')
}
