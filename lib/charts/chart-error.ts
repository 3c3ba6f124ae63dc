/** Why a chart cannot be answered; a subset of the API's problem codes. */
export type ChartErrorCode = 'bad-parameter' | 'not-found' | 'unknown-snapshot' | 'not-ready' | 'busy'

/** An expected failure of a chart: a code, and a sentence of ours that never repeats what was asked. */
export class ChartError extends Error {
  override readonly name: string = 'ChartError'
  constructor(
    readonly code: ChartErrorCode,
    readonly detail?: string,
  ) {
    super(detail ?? code)
  }
}
