import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ChainSlug } from '../chains'
import type { Progress } from '../devnet'
import type { ProcessScope } from './process-scope'

export type ToNetwork = 'stop'
export type FromNetwork =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'ready'; readonly urls: Readonly<Record<ChainSlug, string>> }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' }

/** The embedded network cannot be started; its message is one of ours or the compiler's. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/** Logs each step of a chain, and each quarter of a long one. */
export const reportProgress = (log: (line: string) => void) => {
  const logged = new Map<string, string>()
  return ({ chain, step, done, total }: Progress) => {
    const quarter = total > 0 ? Math.floor((4 * done) / total) : 0
    const mark = `${step} ${quarter}`
    if (logged.get(chain) === mark) return
    logged.set(chain, mark)
    log(`Local network: ${chain.padEnd(8)} ${step}${quarter > 0 ? ` ${quarter * 25} %` : ''}`)
  }
}

/** Starts the embedded network in a thread of its own and resolves to its URLs. It stops with the scope, or with the process. */
export const startNetwork = async (
  scope: ProcessScope,
  log: (line: string) => void,
): Promise<Readonly<Record<ChainSlug, string>>> => {
  const worker = new Worker(new URL('./network-thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: Math.floor(Date.now() / 1000),
  })
  const exited = once(worker, 'exit')
  const stop = async () => {
    worker.postMessage('stop' satisfies ToNetwork)
    await exited
  }
  scope.defer(stop)
  const report = reportProgress(log)
  return new Promise((resolve, reject) => {
    scope.signal.addEventListener('abort', () => worker.postMessage('stop' satisfies ToNetwork))
    worker.on('message', (message: FromNetwork) => {
      if (message.kind === 'progress') report(message.progress)
      if (message.kind === 'ready') {
        log('Local network: all six chains are up')
        resolve(message.urls)
      }
      if (message.kind === 'failed') reject(new NetworkError(message.message))
      if (message.kind === 'stopped') reject(new NetworkError('The embedded network was stopped.'))
    })
    worker.once('error', reject)
  })
}
