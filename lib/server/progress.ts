import type { Progress } from '../devnet'

/** A line for each step of a chain, and for each quarter of a long one: enough to see that it goes on. */
export const reportProgress = (say: (line: string) => void) => {
  const said = new Map<string, string>()
  return ({ chain, step, done, total }: Progress) => {
    const quarter = total > 0 ? Math.floor((4 * done) / total) : 0
    const mark = `${step} ${quarter}`
    if (said.get(chain) === mark) return
    said.set(chain, mark)
    say(`Local network: ${chain.padEnd(8)} ${step}${quarter > 0 ? ` ${quarter * 25} %` : ''}`)
  }
}
