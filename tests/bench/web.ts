import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPeerPages, type PeerPages } from './peer-pages'
import { buildPages, root, type Site, startSite } from './site'
import { say } from './table'

/** The built pages and the peers' on the same server, each in a process of its own. */
export type Web = {
  readonly ours: Site
  readonly peers: Site
  readonly peerPages: PeerPages
  /** A folder for what is written down on the way. */
  readonly folder: string
  stop(): Promise<void>
}

type ChartJson = {
  readonly series: readonly {
    readonly key: string
    readonly name: string
    readonly points: readonly { readonly t: number; readonly value: string | null }[]
  }[]
}

/** The chart's own values as recharts takes them: a row an instant, a key a line. */
const rowsOf = ({ series }: ChartJson) => {
  const rows = new Map<number, Record<string, number>>()
  for (const { name, points } of series)
    for (const { t, value } of points) rows.set(t, { ...(rows.get(t) ?? { t }), [name]: Number(value ?? 0) })
  return { rows: [...rows.values()].sort((a, b) => (a.t ?? 0) - (b.t ?? 0)), keys: series.map(({ name }) => name) }
}

export const startWeb = async (signal: AbortSignal): Promise<Web> => {
  await buildPages()
  signal.throwIfAborted()
  const folder = mkdtempSync(join(tmpdir(), 'sparkscope-bench-'))
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const each of undo.reverse()) await each()
  }
  try {
    const peerPages = await buildPeerPages(signal)
    undo.push(peerPages.remove)
    say('Serving both…')
    const ours = await startSite('cached', root)
    undo.push(ours.stop)
    const [svg, rows] = [join(folder, 'tvl.svg'), join(folder, 'rows.json')]
    writeFileSync(svg, await (await fetch(`${ours.url}/charts/tvl.svg`)).text())
    // safe: our own answer, whose form its own tests hold
    const json = (await (await fetch(`${ours.url}/charts/tvl.json`)).json()) as ChartJson
    writeFileSync(rows, JSON.stringify(rowsOf(json)))
    const peers = await startSite('cached', peerPages.folder, { BENCH_SVG: svg, BENCH_ROWS: rows })
    undo.push(peers.stop)
    return { ours, peers, peerPages, folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
