import { type Status, Unknown } from './chain'
import { type Exact, isZero, plus, zero } from './exact'

/** How near a number must come: to the last unit, to 1e-12, or to 1e-9 of its dollars. */
export type Near = 'exact' | 'ratio' | 'usd'

export type Expected = {
  readonly status: Status | 'unknown'
  readonly value?: Exact
  readonly near: Near
  /** By a price that has not been updated for too long: said to be stale. */
  readonly isOld?: boolean
  /** Said beside a number without a value. */
  readonly note?: string
  /** Ids that a sum leaves out and has to name. */
  readonly omitted?: readonly string[]
  /** Ids that it may name: of nothing, or not there. */
  readonly idle?: readonly string[]
}

const unknown = (error: unknown, near: Near): Expected => {
  if (error instanceof Unknown) return { status: error.status, near }
  throw error
}

/** What the referee expects, id by id. */
export class Book {
  readonly expected = new Map<string, Expected>()

  async write(id: string, near: Near, value: () => Promise<Exact>, isOld?: () => Promise<boolean>): Promise<Expected> {
    const entry = await value().then(
      async (found): Promise<Expected> => ({ status: 'ok', value: found, near, isOld: (await isOld?.()) ?? false }),
      (error: unknown) => unknown(error, near),
    )
    return this.put(id, entry)
  }

  put(id: string, entry: Expected): Expected {
    this.expected.set(id, entry)
    return entry
  }

  get(id: string): Expected {
    const entry = this.expected.get(id)
    if (!entry) throw new RangeError(`Nothing was written of ${id}.`)
    return entry
  }

  /** The value, or the reason why there is none. */
  known(id: string): Exact {
    const { status, value } = this.get(id)
    if (value !== undefined) return value
    throw new Unknown(status === 'failed' ? 'failed' : 'absent', 'input')
  }
}

/** One part of a sum: what it amounts to decides whether leaving it out is worth a word. */
export type Part = { readonly id: string; readonly amountId: string }

/**
 * Σ of what can be priced, naming what cannot. What does not stand on the chain, or amounts to 0, is nothing left out.
 */
export const summed = (book: Book, parts: readonly Part[]): Expected => {
  let value = zero
  let isOld = false
  let known = 0
  let zeros = 0
  const omitted: string[] = []
  const idle: string[] = []
  for (const { id, amountId } of parts) {
    const entry = book.get(id)
    const amount = book.get(amountId)
    if (entry.value !== undefined) {
      value = plus(value, entry.value)
      isOld ||= entry.isOld ?? false
      known++
    } else if (amount.value !== undefined && isZero(amount.value)) {
      zeros++
      idle.push(id)
    } else if (amount.status === 'absent') idle.push(id)
    else omitted.push(id)
  }
  // Nothing but zeros is 0 only where nothing else was left out.
  if (known === 0 && (zeros === 0 || omitted.length > 0)) return { status: 'unknown', near: 'usd', omitted, idle }
  return { status: 'ok', value, near: 'usd', isOld, omitted, idle }
}
