import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createRpc, type Rpc } from './rpc'

/** Every transaction asks for the whole of it, so that one fills a block: then many are sent at once and mined one a block. */
export const BLOCK_GAS_LIMIT = 300_000_000n

export type NodeOptions = {
  readonly chainId: number
  /** Height and time of the node's first, empty block. */
  readonly number: bigint
  readonly timestamp: number
  readonly port?: number
}

export type Nodes = {
  readonly rpcs: readonly Rpc[]
  readonly pids: readonly number[]
  /** Ends the nodes, waits until they are gone and removes their folder. */
  stop(): Promise<void>
}

/** The platform's own binary: its npm wrapper would be one more process between us and the node. */
const findBinary = (): string => {
  const require = createRequire(import.meta.url)
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const name = `@foundry-rs/anvil-${process.platform}-${arch}`
  try {
    const wrapper = require.resolve('@foundry-rs/anvil/package.json')
    const file = process.platform === 'win32' ? 'anvil.exe' : 'anvil'
    return createRequire(wrapper).resolve(`${name}/bin/${file}`)
  } catch {
    throw new Error(`The embedded network needs the package ${name}, which is not installed on this platform.`)
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })

const argumentsOf = ({ chainId, number, timestamp }: NodeOptions, port: number, folder: string) => [
  ['--host', '127.0.0.1', '--port', `${port}`, '--chain-id', `${chainId}`, '--silent', '--accounts', '1'],
  // an epoch of no slots: the newest block is final at once, or history would lag the head by two days
  ['--number', `${number}`, '--timestamp', `${timestamp}`, '--hardfork', 'cancun', '--slots-in-an-epoch', '0'],
  ['--no-mining', '--order', 'fifo', '--gas-limit', `${BLOCK_GAS_LIMIT}`, '--base-fee', '0', '--gas-price', '0'],
  ['--no-priority-fee', '--no-create2', '--disable-code-size-limit', '--no-request-size-limit'],
  // all past states in memory: beyond some 500 blocks the default would write them to disk and leave them there
  ['--prune-history', '100000', '--cache-path', join(folder, `${chainId}`)],
]

/** Starts one node a chain, on free ports where none is given, and waits until each answers. */
export const startNodes = async (nodes: readonly NodeOptions[], signal?: AbortSignal): Promise<Nodes> => {
  const binary = findBinary()
  const folder = await mkdtemp(join(tmpdir(), `sparkscope-devnet-${process.pid}-`))
  const ports: number[] = []
  for (const { port } of nodes) ports.push(port ?? (await freePort()))
  const task = { binary, folder, nodes: nodes.map((node, i) => argumentsOf(node, ports[i] ?? 0, folder).flat()) }
  const script = fileURLToPath(new URL('./guard.mjs', import.meta.url))
  const guard = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C reaches the whole foreground group: the guard must outlive it for as long as the parent still works
    detached: true,
  })
  const complaints: string[] = []
  guard.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  const gone = new Promise<void>((resolve) => guard.once('exit', () => resolve()))
  const stop = async () => {
    guard.stdin.end()
    await gone
  }
  try {
    const pids = await readPids(guard)
    const rpcs = ports.map((port) => createRpc(`http://127.0.0.1:${port}`))
    await Promise.all(
      rpcs.map((rpc, i) => awaitNode(rpc, nodes[i]?.chainId ?? 0, () => guard.exitCode !== null, signal)),
    )
    return { rpcs, pids: [guard.pid ?? 0, ...pids], stop }
  } catch (error) {
    await stop()
    const reason = complaints.join('').trim()
    throw new Error(`The embedded network's nodes did not start${reason ? `: ${reason}` : ''}.`, { cause: error })
  }
}

const readPids = (guard: ChildProcess) =>
  new Promise<readonly number[]>((resolve, reject) => {
    let text = ''
    guard.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(JSON.parse(text) as number[])
    })
    guard.once('error', reject)
    guard.once('exit', () => reject(new Error('The nodes ended at once')))
  })

const awaitNode = async (rpc: Rpc, chainId: number, ended: () => boolean, signal?: AbortSignal) => {
  for (let attempt = 0; attempt < 400; attempt++) {
    signal?.throwIfAborted()
    if (ended()) throw new Error('A node ended')
    const id = await rpc.send('eth_chainId').catch(() => undefined)
    if (id !== undefined) {
      if (Number(id) === chainId) return
      throw new Error(`${rpc.url} is chain ${Number(id)}, not ${chainId}`)
    }
    await sleep(25)
  }
  throw new Error(`${rpc.url} does not answer`)
}
