import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './site'
import { say } from './table'

/** A second, small Next application on the same packages: what there is at least, and how the peers draw. */
export type PeerPages = { readonly folder: string; remove(): void }

const files: Readonly<Record<string, string>> = {
  // The same switches as ours, so that the same server can stand in front; `next start` compresses by itself.
  'next.config.js': `export default {
  compress: process.env.BENCH_COMPRESS === '1', generateEtags: process.env.BENCH_COMPRESS === '1',
  poweredByHeader: false, agentRules: false, typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} },
}
`,
  'package.json': '{ "name": "peer-pages", "private": true, "type": "module" }\n',
  'app/layout.jsx': `export const dynamic = 'force-dynamic'
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`,
  'app/empty/page.jsx': `export default function Page() { return <h1>Total value locked</h1> }
`,
  'app/svg/page.jsx': `import { readFileSync } from 'node:fs'
export default function Page() {
  const svg = readFileSync(process.env.BENCH_SVG, 'utf8')
  return <main><h1>Total value locked</h1><div id="chart" dangerouslySetInnerHTML={{ __html: svg }} /></main>
}
`,
  // A document and its picture, no script, no React: what the frame of a chart comes down to.
  'app/bare/route.js': `import { readFileSync } from 'node:fs'
export const dynamic = 'force-dynamic'
export function GET() {
  const svg = readFileSync(process.env.BENCH_SVG, 'utf8')
  const html = '<!doctype html><html lang="en"><meta charset="utf-8"><title>TVL</title><h1>Total value locked</h1><div id="chart">' + svg + '</div></html>'
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
`,
  'app/recharts/page.jsx': `import { readFileSync } from 'node:fs'
import { Chart } from './chart'
export default function Page() {
  const { rows, keys } = JSON.parse(readFileSync(process.env.BENCH_ROWS, 'utf8'))
  return <main><h1>Total value locked</h1><Chart rows={rows} keys={keys} /></main>
}
`,
  'app/recharts/chart.jsx': `'use client'
import { Area, AreaChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
const colours = ['#2a6fdb', '#1e9e6a', '#d98c1f', '#8a55c7']
export function Chart({ rows, keys }) {
  return <AreaChart width={390} height={340} data={rows}>
    <CartesianGrid vertical={false} /><XAxis dataKey="t" /><YAxis /><Tooltip />
    {keys.map((key, i) => <Area key={key} dataKey={key} stackId="1" stroke={colours[i]} fill={colours[i]} isAnimationActive={false} />)}
  </AreaChart>
}
`,
  // The same chart in an application that reads a wallet's chains in the browser, as dashboards on wagmi do.
  'app/recharts-wagmi/page.jsx': `import { readFileSync } from 'node:fs'
import { App } from './app'
export default function Page() {
  const { rows, keys } = JSON.parse(readFileSync(process.env.BENCH_ROWS, 'utf8'))
  return <main><h1>Total value locked</h1><App rows={rows} keys={keys} /></main>
}
`,
  'app/recharts-wagmi/app.jsx': `'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createConfig, http, useReadContracts, WagmiProvider } from 'wagmi'
import { arbitrum, base, gnosis, mainnet, optimism, unichain } from 'wagmi/chains'
import { Chart } from '../recharts/chart'
const chains = [mainnet, gnosis, base, arbitrum, optimism, unichain]
const config = createConfig({ chains, ssr: true, transports: Object.fromEntries(chains.map(({ id }) => [id, http()])) })
const client = new QueryClient()
function Reads(props) {
  // asks nothing: what is measured is the code, not a node
  useReadContracts({ contracts: [], query: { enabled: false } })
  return <Chart {...props} />
}
export function App(props) {
  return <WagmiProvider config={config} reconnectOnMount={false}><QueryClientProvider client={client}><Reads {...props} /></QueryClientProvider></WagmiProvider>
}
`,
  // Made once and kept by Next itself, as a page that is never made again.
  'app/kept/[file]/route.js': `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
export const dynamic = 'force-static'
export const dynamicParams = true
export const generateStaticParams = () => []
export async function GET(request, { params }) {
  const { file } = await params
  const { headers } = JSON.parse(readFileSync(join(process.env.BENCH_KEPT, file + '.json'), 'utf8'))
  return new Response(readFileSync(join(process.env.BENCH_KEPT, file + '.plain')), { headers: { 'content-type': headers['content-type'] } })
}
`,
}

/** Writes and builds it inside the project, where its packages are found; the caller removes it. Throws where the build fails. */
export const buildPeerPages = async (signal: AbortSignal): Promise<PeerPages> => {
  say('Building the peers’ pages on the same packages…')
  const folder = mkdtempSync(join(root, '.bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      },
      signal,
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(1))
      child.once('close', resolve)
    })
    signal.throwIfAborted()
    if (code !== 0) throw new Error(`The peers’ pages could not be built:\n${said.slice(-3_000)}`)
    return { folder, remove }
  } catch (error) {
    remove()
    throw error
  }
}
