import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '@/lib/store'
import { until } from '../support/until'
import { run } from './processes/run'
import { NUMBER, pointAt } from './processes/written'

/** `KILLS=20 npx vitest run tests/store/kill.node.test.ts` for a longer look. */
const KILLS = Number(process.env.KILLS ?? 5)

describe('the embedded store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sparkscope-kill-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  it(`loses nothing that was committed when its process is killed, ${KILLS} times over`, {
    timeout: KILLS * 30_000,
  }, async () => {
    const acknowledged = { points: new Set<number>(), snapshots: new Set<string>() }
    for (let round = 0; round < KILLS; round++) {
      const next = Math.max(-1, ...acknowledged.points) + 1
      const writer = run('writer', dataDir, String(next))
      const enough = 1 + Math.floor(Math.random() * 60)
      await until('it to have written some', () => writer.lines.length >= enough, { everyMs: 1 })
      writer.child.kill('SIGKILL')
      await writer.ended
      for (const line of writer.lines) {
        const [kind, name = ''] = line.split(' ')
        if (kind === 'point') acknowledged.points.add(Number(name))
        else acknowledged.snapshots.add(name)
      }

      const store = await openStore({ databaseUrl: null, dataDir })
      const last = Math.max(...acknowledged.points)
      const held = await store.readSeries(NUMBER, 0, last * 3_600, 3_600)
      expect(held.map(({ t, value }) => [t, value])).toEqual(
        Array.from({ length: last + 1 }, (_, i) => [pointAt(i).t, pointAt(i).value]),
      )
      for (const id of acknowledged.snapshots) expect((await store.snapshotById(id))?.id).toBe(id)
      await store.close()
    }
    expect(acknowledged.points.size).toBeGreaterThan(KILLS)
  })
})
