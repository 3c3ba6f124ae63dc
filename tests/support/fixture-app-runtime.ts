import { chainSlugs } from '@/lib/chains'
import type { AppRuntime } from '@/lib/server/app-runtime'
import { createLanes } from '@/lib/server/lanes'
import { lanesReport } from '@/lib/server/lanes-report'
import type { Snapshot } from '@/lib/snapshot/types'
import { UnreachableError } from '@/lib/store'
import { chartSnapshot, fixtureGap, fixtureRevisions, readFixtureSeries } from './fixture-history'

/**
 * `whole`: snapshot and history · `away`: the database cannot be reached · `nothing`: not a snapshot yet · `unread`: the
 * first one is taken and no chain could be read · `broken`: a defect in every page.
 */
const states = ['whole', 'away', 'nothing', 'unread', 'broken'] as const
export type FixtureState = (typeof states)[number]

export const isFixtureState = (word: string): word is FixtureState => states.some((state) => state === word)

/** What a snapshot is where no node answered. */
const unread: Snapshot = {
  ...chartSnapshot,
  id: 'e'.repeat(64),
  time: 0,
  asOf: {},
  calls: {},
  failures: Object.fromEntries(
    chainSlugs.map((slug) => [slug, { code: 'unreachable', message: 'No node.', since: 0 }]),
  ),
  numbers: chartSnapshot.numbers.map(({ value: _, ...num }) => ({
    ...num,
    status: 'failed',
    value: null,
    code: 'unreachable',
  })),
}

const latestIn = (state: FixtureState): Snapshot | null => {
  if (state === 'broken') throw new Error('planted-defect')
  if (state === 'nothing') return null
  return state === 'unread' ? unread : chartSnapshot
}

const endpoint = { host: '127.0.0.1', state: 'answering', lastFailure: null } as const

const lanes = createLanes()

/** Defects that answers met, as the process hears of them. */
export const reported: unknown[] = []

/** The fixture snapshot and its history as the process hands them to the routes, in a state that may change. */
export const fixtureAppRuntime = (state: () => FixtureState = () => 'whole'): AppRuntime => {
  const ask = async <value>(read: () => value | Promise<value>): Promise<value> => {
    if (state() === 'away') throw new UnreachableError('ECONNREFUSED')
    return read()
  }
  return {
    network: 'embedded',
    siteUrl: null,
    // the clock of the fixture stands at its newest block
    now: () => chartSnapshot.time,
    latest: () => latestIn(state()),
    store: {
      engine: 'embedded',
      snapshotById: (id) => ask(() => (id === chartSnapshot.id ? chartSnapshot : null)),
      snapshotAt: () => ask(() => null),
      snapshotCount: () => ask(() => 1),
      setAside: () => ask(() => ({ damaged: [], ahead: [] })),
      readSeries: (number, from, to, every) => ask(() => readFixtureSeries(number, from, to, every)),
      revision: (storedAt) => ask(() => fixtureRevisions.revision(storedAt)),
      storedNumbers: (...asked) => ask(() => fixtureRevisions.storedNumbers(...asked)),
      gaps: () => ask(() => [fixtureGap]),
    },
    collector: () => ({
      running: true,
      writer: true,
      pollSeconds: 30,
      lastRun: { startedAt: chartSnapshot.time, seconds: 0.8, requests: 6 },
      refreshes: 1,
      lastFailure: null,
      chains: chainSlugs.map((chain) => ({ chain, endpoints: [endpoint], answeredBy: endpoint.host, requests: 1 })),
    }),
    work: () => lanesReport(lanes),
    report: (error) => reported.push(error),
  }
}
