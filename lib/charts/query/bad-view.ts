import { ChartError } from '../chart-error'
import type { ViewProblem } from './params'

/** A chart was asked for what it cannot show; the API's sentence is English, pages and embeds have their own. */
export class BadViewError extends ChartError {
  override readonly name = 'BadViewError'
  constructor(readonly problems: readonly ViewProblem[]) {
    super('bad-parameter', problems.map(({ parameter, allowed }) => `\`${parameter}\` may be ${allowed.en}.`).join(' '))
  }
}
