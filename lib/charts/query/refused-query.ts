import { Problem } from '@/lib/api/problem'
import type { ViewProblem } from '@/lib/charts/query/params'

/** A chart was asked for what it cannot show; the API's sentence is English, pages and frames have their own. */
export class RefusedQuery extends Problem {
  constructor(readonly problems: readonly ViewProblem[]) {
    super('bad-parameter', problems.map(({ parameter, allowed }) => `\`${parameter}\` may be ${allowed.en}.`).join(' '))
  }
}
