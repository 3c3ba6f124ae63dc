// The embedded network's own thread: making its history is work for seconds, during which pages must be answered.
import { parentPort, workerData } from 'node:worker_threads'
import { startDevnet } from '../devnet'
import type { FromNetwork, ToNetwork } from './network'

const stopping = new AbortController()
const tell = (message: FromNetwork) => parentPort?.postMessage(message)

const run = async () => {
  const now = Number(workerData)
  const onProgress = (progress: Extract<FromNetwork, { kind: 'progress' }>['progress']) =>
    tell({ kind: 'progress', progress })
  const network = await startDevnet({ now, onProgress, signal: stopping.signal })
  tell({ kind: 'ready', urls: network.urls })
  if (!stopping.signal.aborted) {
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
  }
  await network.stop()
}

parentPort?.on('message', (message: ToNetwork) => {
  if (message === 'stop') stopping.abort(new Error('The process is to stop.'))
})

await run().catch((error: unknown) => {
  if (!stopping.signal.aborted) tell({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' })
})
tell({ kind: 'stopped' })
parentPort?.close()
