import { type ChainSlug, chainBySlug, chainSlugs } from '@/lib/chains'
import { metrics } from '@/lib/metrics'
import { createSource } from '@/lib/reader/source'
import { recheckOf } from '@/lib/snapshot/recheck'
import { takeSnapshot } from '@/lib/snapshot/take'
import type { Snapshot } from '@/lib/snapshot/types'

export type UrlOf = (slug: ChainSlug) => string

/** Takes snapshots as the server does, one after another: the first knows nothing, each later one its predecessor. */
export const observe = async (urlOf: UrlOf, times: number) => {
  // The networks' blocks lie years ahead.
  const now = () => 2_100_000_000
  const sources = chainSlugs.map((slug) =>
    createSource({ chain: chainBySlug(slug), urls: [urlOf(slug)], finality: 'latest', quorum: 1, now }),
  )
  const defects: unknown[] = []
  const report = (error: unknown) => defects.push(error)
  let taken = await takeSnapshot({ sources, metrics, previous: null, now: 1, report })
  for (let time = 1; time < times; time++)
    taken = await takeSnapshot({ sources, metrics, previous: taken.snapshot, now: 1 + time, report })
  return { ...taken, defects }
}

type Line = { readonly id: string; readonly url: string; readonly command: string; readonly expect: string }

/** The re-check line of each number that was read, one a number and chain. */
export const recheckLines = (snapshot: Snapshot, urlOf: UrlOf): readonly Line[] =>
  snapshot.numbers.flatMap(({ id, chain, calls: indexes = [] }) => {
    if (chain === 'all' || indexes.length === 0) return []
    const asOf = snapshot.asOf[chain]
    const calls = indexes.flatMap((index) => snapshot.calls[chain]?.[index] ?? [])
    const multicall = chainBySlug(chain).contracts.MULTICALL3.address
    const line = asOf && recheckOf(asOf.chainId, multicall, asOf.hash, calls)
    return line ? [{ id, url: urlOf(chain), ...line }] : []
  })

/** What the line's curl sends, as the shell would put it together. */
const bodyOf = (command: string): string => {
  const set = new Map([...command.matchAll(/\b(z\d+)=(0+)/g)].map(([, name = '', zeros = '']) => [name, zeros]))
  const body = /(?:-d|printf %s) '(.*)'(?: \| curl .*)?$/s.exec(command)?.[1]
  if (body === undefined) throw new Error(`No body in ${command.slice(0, 120)}`)
  return body.replace(/'\$(z\d+)'/g, (_, name: string) => set.get(name) ?? '')
}

const answered = async ({ url, command }: Line): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: bodyOf(command) })
  return ((await response.json()) as { readonly result?: unknown }).result
}

/** Ids of the lines that do not print what they promise; equal lines are run once. */
export const brokenLines = async (lines: readonly Line[]): Promise<readonly string[]> => {
  const distinct = [...new Map(lines.map((line) => [`${line.url} ${line.command}`, line])).values()]
  const broken: string[] = []
  for (const line of distinct) if ((await answered(line)) !== line.expect) broken.push(line.id)
  return broken
}
