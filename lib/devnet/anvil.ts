import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createRpc, type Rpc } from './rpc'

/** Each transaction asks for all of it and so fills a block: many can be sent at once and are mined one a block. */
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

/** The platform's binary, without its npm wrapper, which would be another process to stop. */
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

/** A port that nobody listens on: this one, or any for 0. */
const freePort = (wanted = 0) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', () => reject(new Error(`Port ${wanted} is taken`)))
    server.listen(wanted, '127.0.0.1', () => {
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
  const fixed = nodes.some(({ port }) => port !== undefined)
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(nodes, signal)
    } catch (error) {
      // another process may have taken a port that was free a moment ago
      if (fixed || attempt === 3 || signal?.aborted) throw error
    }
  }
}

const launch = async (nodes: readonly NodeOptions[], signal?: AbortSignal): Promise<Nodes> => {
  const binary = findBinary()
  const ports: number[] = []
  for (const { port } of nodes) ports.push(await freePort(port))
  const folder = await mkdtemp(join(tmpdir(), `sparkscope-devnet-${process.pid}-`))
  const task = { binary, folder, nodes: nodes.map((node, i) => argumentsOf(node, ports[i] ?? 0, folder).flat()) }
  const script = fileURLToPath(new URL('./guard.mjs', import.meta.url))
  const guard = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C reaches the whole foreground group: the guard must survive it until the parent has finished
    detached: true,
  })
  const errors: string[] = []
  guard.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  guard.stdin.on('error', () => undefined)
  let ended = false
  const exited = new Promise<void>((resolve) => {
    guard.once('exit', () => {
      ended = true
      resolve()
    })
  })
  const stop = async () => {
    guard.stdin.end()
    await exited
  }
  try {
    const pids = await readPids(guard)
    const rpcs = ports.map((port) => createRpc(`http://127.0.0.1:${port}`))
    await Promise.all(nodes.map((node, i) => awaitNode(rpcs[i], node, () => ended, signal)))
    // another process's node may have answered on a port that ours did not get: then ours have all ended
    if (ended) throw new Error('A node ended')
    return { rpcs, pids: [guard.pid ?? 0, ...pids], stop }
  } catch (error) {
    await stop()
    if (signal?.aborted) throw error
    const reason = errors.join('').trim() || (error instanceof Error ? error.message : String(error))
    throw new Error(`The embedded network's nodes did not start: ${reason}.`, { cause: error })
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

const awaitNode = async (rpc: Rpc | undefined, node: NodeOptions, ended: () => boolean, signal?: AbortSignal) => {
  for (let attempt = 0; attempt < 400; attempt++) {
    signal?.throwIfAborted()
    if (ended()) throw new Error('A node ended')
    const answer = await rpc?.batch([['eth_chainId'], ['eth_blockNumber']]).catch(() => undefined)
    if (answer) {
      // ours is at its first block; a node of another process most likely is not, and must be left alone
      const [chainId, number] = answer.map(Number)
      if (chainId === node.chainId && number === Number(node.number)) return
      throw new Error(`${rpc?.url} is another node's`)
    }
    await sleep(25)
  }
  throw new Error(`${rpc?.url} does not answer`)
}
