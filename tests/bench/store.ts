import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@/lib/store'
import { measureSeries } from '../store/bench'
import { engines } from '../store/engines'
import { run } from '../store/processes/run'
import { NUMBER } from '../store/processes/written'
import { type Row, type Section, say, times } from './table'

const series = 60
const points = 10_000
const rounds = 11
const openers = 20
const kills = 5

const folderFor = (what: string) => mkdtempSync(join(tmpdir(), `sparkscope-${what}-`))

/** Opens one folder over and over while another process has it open; answers how often that was refused. */
const countRefused = async (): Promise<number> => {
  const dataDir = folderFor('openers')
  const holder = run('opener', dataDir)
  try {
    await holder.said('open')
    const tries = Array.from({ length: openers }, async () => {
      const store = await openStore({ databaseUrl: null, dataDir }).catch(() => null)
      await store?.close()
      return store === null
    })
    return (await Promise.all(tries)).filter(Boolean).length
  } finally {
    holder.child.kill('SIGKILL')
    await holder.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Kills a writing process again and again; answers how many points it had acknowledged and how many of them are gone. */
const countLost = async (): Promise<{ readonly acknowledged: number; readonly lost: number }> => {
  const dataDir = folderFor('kill')
  const acknowledged = new Set<number>()
  try {
    for (let round = 0; round < kills; round++) {
      const writer = run('writer', dataDir, String(Math.max(-1, ...acknowledged) + 1))
      await writer.said('point')
      await new Promise((resolve) => setTimeout(resolve, 500 + 200 * round))
      writer.child.kill('SIGKILL')
      await writer.ended
      for (const line of writer.lines) {
        const [kind, name] = line.split(' ')
        if (kind === 'point') acknowledged.add(Number(name))
      }
    }
    const store = await openStore({ databaseUrl: null, dataDir })
    const held = await store.readSeries(NUMBER, 0, Math.max(...acknowledged) * 3_600, 3_600)
    await store.close()
    const instants = new Set(held.map(({ t }) => t / 3_600))
    return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((each) => !instants.has(each)).length }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const noPeer = { peer: 'PostgreSQL is not here' } as const
const million = (rate: number) => `${(rate / 1000).toFixed(0)} k points a second`

const rates = async (): Promise<readonly Row[]> => {
  try {
    const [ours, real] = await measureSeries(series, points, rounds)
    if (!ours) return []
    const slower = (what: string, mine: number, theirs: number | undefined): Row => ({
      what,
      ours: `${mine.toFixed(1)} ms`,
      ...(theirs === undefined
        ? noPeer
        : {
            peer: `${theirs.toFixed(1)} ms`,
            ratio: `${times(mine / theirs)} the time`,
            goal: '≤ 2.5×',
            met: mine <= 2.5 * theirs,
          }),
    })
    const ratio = real && ours.pointsASecond / real.pointsASecond
    return [
      {
        what: `Ingest of ${(series * points).toLocaleString('en')} points`,
        ours: million(ours.pointsASecond),
        ...(real === undefined || ratio === undefined
          ? noPeer
          : {
              peer: million(real.pointsASecond),
              ratio: `${times(ratio)} the rate`,
              goal: '≥ 0.6×',
              met: ratio >= 0.6,
            }),
      },
      slower(`Range of ${points.toLocaleString('en')} points`, ours.range, real?.range),
      slower('The same range by days', ours.daily, real?.daily),
    ]
  } finally {
    for (const engine of engines) await engine.stop()
  }
}

/** Goal 6: the embedded store beside a real PostgreSQL, and what it does to a second opener and when it is killed. */
export const storeSection = async (): Promise<Section> => {
  say('Filling and reading both stores in turns…')
  const rows = await rates()
  say('A second opener, and processes killed in the middle of writing…')
  const refused = await countRefused()
  const { acknowledged, lost } = await countLost()
  return {
    title: '6 · Store: embedded beside real PostgreSQL over TCP',
    rows: [
      ...rows,
      {
        what: 'Second opener refused',
        ours: `${refused} of ${openers}`,
        goal: 'all',
        met: refused === openers,
      },
      {
        what: `Lost of ${acknowledged} acknowledged points, killed ${kills} times`,
        ours: `${lost}`,
        goal: '0',
        met: lost === 0,
      },
    ],
    notes: [
      `Medians of ${rounds} rounds in turns. PostgreSQL has Debian’s defaults, fsync on; the embedded one does not fsync.`,
    ],
  }
}
