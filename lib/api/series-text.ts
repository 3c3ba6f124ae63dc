import type { Network } from '../chains'
import { csvLines, markedText } from '../format/csv'
import { pause } from './pause'
import { columns, gapJson, pointJson, rowOf, type Series, type SeriesAnswer, seriesHead } from './series'

/** Points that become text at once: others wait so long. */
const atOnce = 1_000

/** The text of some points after another, with a pause between. */
const inSteps = async (
  points: Series['points'],
  textOf: (some: Series['points']) => string,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> => {
  const texts: string[] = []
  for (let i = 0; i < points.length; i += atOnce) {
    await pause(signal)
    texts.push(textOf(points.slice(i, i + atOnce)))
  }
  return texts
}

/** `seriesJson` as text. */
const jsonText = async (network: Network, answer: SeriesAnswer, signal?: AbortSignal): Promise<string> => {
  const series: string[] = []
  for (const { points, ...about } of answer.series) {
    const each = pointJson(about.methodVersion)
    const texts = await inSteps(points, (some) => JSON.stringify(some.map(each)).slice(1, -1), signal)
    series.push(`${JSON.stringify(about).slice(0, -1)},"points":[${texts.join(',')}]}`)
  }
  const head = JSON.stringify(seriesHead(network, answer)).slice(0, -1)
  return `${head},"series":[${series.join(',')}],"gaps":${JSON.stringify(answer.gaps.map(gapJson))}}`
}

/** `seriesCsv`. */
const csvTextInSteps = async (network: Network, { query, series }: SeriesAnswer, signal?: AbortSignal) => {
  const { head, lines } = csvLines(columns, query)
  const texts = [head]
  for (const { id, points } of series)
    texts.push(...(await inSteps(points, (some) => lines(some.map(rowOf(network, id))), signal)))
  return markedText(texts.join(''))
}

/** The series as JSON or CSV, made in steps: the process answers others between them. Throws where it was aborted. */
export const seriesText = (network: Network, answer: SeriesAnswer, signal?: AbortSignal): Promise<string> =>
  answer.query.format === 'json' ? jsonText(network, answer, signal) : csvTextInSteps(network, answer, signal)
