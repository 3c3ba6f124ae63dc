import type { Chart } from '../define/define-chart'
import { rates } from './rates'
import { spkVesting } from './spk-vesting'
import { tvl } from './tvl'

/** Every chart, in the order in which pages list them. */
export const charts: readonly Chart[] = [tvl, rates, spkVesting]

export const chartBySlug = (slug: string): Chart | undefined => charts.find((chart) => chart.slug === slug)
