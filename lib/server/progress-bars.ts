import type { ChainProgress } from '../collector/history-types'
import { HOUR } from '../format/time'

export type Timed = { readonly progress: ChainProgress; readonly startedAt: number; readonly doneAt: number | null }

const doneOf = ({ stored, read, notBegun, notFinal, failed }: ChainProgress) =>
  stored + read + notBegun + notFinal + failed

const duration = (seconds: number): string => {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  if (seconds < HOUR) return `${Math.ceil(seconds / 60)} min`
  return `${Math.floor(seconds / HOUR)} h ${Math.ceil((seconds % HOUR) / 60)} min`
}

const extras = ({ stored, notBegun, notFinal, failed }: ChainProgress): string =>
  [
    stored > 0 ? `${stored} held` : '',
    notBegun > 0 ? `${notBegun} before its first block` : '',
    notFinal > 0 ? `${notFinal} not final yet` : '',
    failed > 0 ? `${failed} not read` : '',
  ]
    .filter(Boolean)
    .join(', ')

/** How far one chain is, in one line: bar, counts, rate, time left. Times are milliseconds of one clock. */
export const progressLine = ({ progress, startedAt, doneAt }: Timed, now: number, barWidth = 20): string => {
  const { chain, asked, read } = progress
  const done = doneOf(progress)
  const share = asked === 0 ? 1 : done / asked
  const filled = Math.floor(share * barWidth)
  const bar = barWidth === 0 ? '' : ` ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
  const seconds = Math.max(0.001, ((doneAt ?? now) - startedAt) / 1000)
  const rate = read / seconds
  const pace = read === 0 ? '' : ` · ${rate.toFixed(1)}/s`
  const rest = asked - done
  const time = rest === 0 ? '' : rate === 0 ? '' : ` · ${duration(rest / rate)} left`
  const more = extras(progress)
  return `${chain.padEnd(8)}${bar} ${String(Math.floor(share * 100)).padStart(3)} % ${done}/${asked}${pace}${time}${more && ` · ${more}`}`
}

export type Terminal = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

/** Redraws the bars in place on a terminal; elsewhere writes a plain line per chain for every tenth done. */
export const createBars = (out: Terminal, now: () => number = () => performance.now()) => {
  const chains = new Map<string, { startedAt: number; doneAt: number | null; progress: ChainProgress; tenth: number }>()
  let drawn = 0
  let drawnAt = Number.NEGATIVE_INFINITY

  const draw = () => {
    drawnAt = now()
    const width = (out.columns ?? 80) - 1
    const lines = [...chains.values()].map((each) => progressLine(each, now()).slice(0, width))
    out.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`)
    drawn = lines.length
  }

  return {
    update(progress: ChainProgress) {
      const done = doneOf(progress)
      const known = chains.get(progress.chain) ?? { startedAt: now(), doneAt: null, progress, tenth: -1 }
      known.progress = progress
      if (done === progress.asked) known.doneAt ??= now()
      chains.set(progress.chain, known)
      if (out.isTTY) {
        if (now() - drawnAt > 100) draw()
        return
      }
      const tenth = progress.asked === 0 ? 10 : Math.floor((done / progress.asked) * 10)
      if (tenth > known.tenth) out.write(`${progressLine(known, now(), 0)}\n`)
      known.tenth = Math.max(known.tenth, tenth)
    },
    end() {
      if (out.isTTY) draw()
    },
  }
}
