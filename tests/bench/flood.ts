import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Row, Section } from './table'
import { median, times } from './table'
import type { Web } from './web'

const flooding = 200
const rounds = 3
/** Looks at each calm address in a round, in quiet and in the flood. */
const looks = 60
const pauseMs = 10
/** Times as long as in quiet, beside the longest step of work. */
const atMostMs = 250
const calm = ['/healthz', '/readyz', '/charts/tvl'] as const

const agents = { calm: new Agent({ keepAlive: true }), flood: new Agent({ keepAlive: true, maxSockets: flooding }) }

type Answered = { readonly status: number; readonly ms: number; readonly retry: boolean }

const ask = (url: string, agent: Agent) =>
  new Promise<Answered>((resolve, reject) => {
    const began = performance.now()
    get(url, { agent }, (response) => {
      response.resume()
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          ms: performance.now() - began,
          retry: response.headers['retry-after'] !== undefined,
        }),
      )
    }).once('error', reject)
  })

const p99 = (list: readonly number[]) =>
  [...list].sort((a, b) => a - b)[Math.ceil(list.length * 0.99) - 1] ?? Number.NaN

const lookAt = async (url: string): Promise<number> => {
  const found: number[] = []
  for (let i = 0; i < looks; i += 1) {
    found.push((await ask(url, agents.calm)).ms)
    await sleep(pauseMs)
  }
  return p99(found)
}

/** Asks for ever different series, so many at once, until it is told to end; answers what came of them. */
const startFlood = (origin: string) => {
  let isOver = false
  let asked = 0
  const answers: Answered[] = []
  const from = 1_500_000_000
  const one = async () => {
    while (!isOver) {
      asked += 1
      const number = ['tvl.total-usd:all:TOTAL', 'tvl.total-usd:ethereum:TOTAL'].map(encodeURIComponent)
      const query = `number=${number.join('&number=')}&every=1h&from=${from + asked * 3_600}&to=${from + asked * 3_600 + 9_000 * 3_600}`
      answers.push(await ask(`${origin}/api/v1/series?${query}`, agents.flood))
    }
  }
  const all = Promise.all(Array.from({ length: flooding }, one))
  return async () => {
    isOver = true
    await all
    return answers
  }
}

/** What one reader with hundreds of questions at once costs all others. */
export const floodSection = async ({ ours }: Web, signal: AbortSignal): Promise<Section> => {
  const rows: Row[] = []
  const answers: Answered[] = []
  for (const path of calm) {
    const [quiet, flooded]: [number[], number[]] = [[], []]
    await ask(ours.url + path, agents.calm)
    for (let round = 0; round < rounds; round += 1) {
      signal.throwIfAborted()
      quiet.push(await lookAt(ours.url + path))
      const end = startFlood(ours.url)
      await sleep(200)
      flooded.push(await lookAt(ours.url + path))
      answers.push(...(await end()))
    }
    const [still, busy] = [median(quiet), median(flooded)]
    rows.push({
      what: `${path}, p99`,
      ours: `${busy.toFixed(0)} ms, in quiet ${still.toFixed(0)} ms`,
      ratio: times(busy / still),
      goal: `≤ ${atMostMs} ms more`,
      met: busy - still <= atMostMs,
    })
  }
  for (const agent of Object.values(agents)) agent.destroy()
  const refused = answers.filter(({ status }) => status === 503)
  const strange = answers.filter(({ status, retry }) => status !== 200 && !(status === 503 && retry))
  rows.push({
    what: 'Questions of the flood',
    ours: `${answers.length} answered, ${refused.length} of them with 503 and Retry-After`,
    goal: 'no other answer',
    met: strange.length === 0,
  })
  return {
    title: `10 · Under ${flooding} parallel questions for series, each another`,
    rows,
    notes: [
      `${rounds} rounds of ${looks} looks, in quiet and in the flood by turns; load and server share this machine. The flood asks for two series of 9,000 hours each.`,
    ],
  }
}
