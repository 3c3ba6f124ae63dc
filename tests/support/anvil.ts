import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until'

/** A node of our own for one test file: mines a block a transaction, at the clock's time. */
export type Anvil = {
  readonly url: string
  readonly chainId: number
  /** One JSON-RPC call past everything under test. Throws with the node's message. */
  send(method: string, ...params: readonly unknown[]): Promise<unknown>
  stop(): Promise<void>
}

/** The platform's binary itself: its npm wrapper would be one more process to end. */
const findBinary = (): string => {
  const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json')
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  return createRequire(wrapper).resolve(`@foundry-rs/anvil-${platform}/bin/anvil`)
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })

type Answer = { readonly result?: unknown; readonly error?: { readonly message: string } }

/** A chain's first block: height 0 at the clock's time (unix seconds) if not said. */
export type FirstBlock = { readonly number?: number; readonly timestamp?: number }

export const startAnvil = async (chainId: number, first: FirstBlock = {}): Promise<Anvil> => {
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-anvil-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const options = [
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--chain-id',
    `${chainId}`,
    '--accounts',
    '1',
    '--silent',
    ...Object.entries(first).flatMap(([name, value]) => [`--${name}`, `${value}`]),
  ]
  const node = spawn(findBinary(), [...options, '--cache-path', folder], { stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => node.once('exit', () => resolve()))

  const send: Anvil['send'] = async (method, ...params) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { result, error } = (await response.json()) as Answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result
  }
  const stop = async () => {
    node.kill()
    await gone
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    await until('anvil to answer', () => send('eth_chainId').catch(() => null))
  } catch (error) {
    await stop()
    throw error
  }
  return { url, chainId, send, stop }
}
