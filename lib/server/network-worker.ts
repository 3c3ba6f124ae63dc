// The embedded network's thread: building its history takes seconds, during which pages must be served.
import { parentPort, workerData } from 'node:worker_threads'
import { startDevnet } from '../devnet'
import type { FromNetwork, ToNetwork } from './network'

const stopping = new AbortController()
const post = (message: FromNetwork) => parentPort?.postMessage(message)

const run = async () => {
  const now = Number(workerData)
  const onProgress = (progress: Extract<FromNetwork, { kind: 'progress' }>['progress']) =>
    post({ kind: 'progress', progress })
  const network = await startDevnet({ now, onProgress, signal: stopping.signal })
  post({ kind: 'ready', urls: network.urls })
  if (!stopping.signal.aborted) {
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
  }
  await network.stop()
}

parentPort?.on('message', (message: ToNetwork) => {
  if (message === 'stop') stopping.abort(new Error('The process is to stop.'))
})

await run().catch((error: unknown) => {
  if (!stopping.signal.aborted) post({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' })
})
post({ kind: 'stopped' })
parentPort?.close()
