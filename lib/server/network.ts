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

/** The embedded network cannot be started; its message is a sentence of ours or of the compiler. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
}

/** A line for each step of a chain, and for each quarter of a long one: enough to see that it goes on. */
export const reportProgress = (say: (line: string) => void) => {
  const said = new Map<string, string>()
  return ({ chain, step, done, total }: Progress) => {
    const quarter = total > 0 ? Math.floor((4 * done) / total) : 0
    const mark = `${step} ${quarter}`
    if (said.get(chain) === mark) return
    said.set(chain, mark)
    say(`Local network: ${chain.padEnd(8)} ${step}${quarter > 0 ? ` ${quarter * 25} %` : ''}`)
  }
}

/**
 * Starts the embedded network in a thread of its own and answers its URLs. It ends when the scope does, and with this
 * process however that ends.
 */
export const startNetwork = async (
  scope: ProcessScope,
  say: (line: string) => void,
): Promise<Readonly<Record<ChainSlug, string>>> => {
  const worker = new Worker(new URL('./network-thread.mjs', import.meta.url), {
    execArgv: [],
    workerData: Math.floor(Date.now() / 1000),
  })
  const gone = once(worker, 'exit')
  const stop = async () => {
    worker.postMessage('stop' satisfies ToNetwork)
    await gone
  }
  scope.defer(stop)
  const report = reportProgress(say)
  return new Promise((resolve, reject) => {
    scope.signal.addEventListener('abort', () => worker.postMessage('stop' satisfies ToNetwork))
    worker.on('message', (message: FromNetwork) => {
      if (message.kind === 'progress') report(message.progress)
      if (message.kind === 'ready') {
        say('Local network: all six chains are up')
        resolve(message.urls)
      }
      if (message.kind === 'failed') reject(new NetworkError(message.message))
      if (message.kind === 'stopped') reject(new NetworkError('The embedded network was stopped.'))
    })
    worker.once('error', reject)
  })
}
