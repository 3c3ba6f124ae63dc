import type { ChainSlug } from '@/lib/chains'

type Failure = { readonly code?: string; readonly message: string; readonly at: number }

/** What the process says of itself, as the status page shows it. */
export type StatusFacts = {
  readonly network: 'live' | 'embedded'
  readonly engine: 'embedded' | 'postgres'
  readonly snapshots: number | null
  /** What the store keeps and does not serve; null while it cannot be asked. */
  readonly setAside: {
    readonly damaged: readonly {
      readonly kind: 'snapshot' | 'series' | 'gaps'
      readonly name: string
      readonly found: number
    }[]
    readonly ahead: readonly string[]
  } | null
  readonly collector: {
    readonly running: boolean
    readonly writer: boolean
    readonly pollSeconds: number
    readonly lastRun: { readonly startedAt: number; readonly seconds: number; readonly requests: number } | null
    readonly refreshes: number
    readonly lastFailure: Failure | null
    readonly chains: readonly {
      readonly chain: ChainSlug
      readonly answeredBy: string | null
      readonly requests: number
      readonly endpoints: readonly {
        readonly host: string
        readonly state: 'answering' | 'resting' | 'untried'
        readonly lastFailure: Failure | null
      }[]
    }[]
  }
}
