import { setTimeout as pause } from 'node:timers/promises'

export type Patience = {
  /** Seconds after which what was awaited counts as not coming: far more than it takes, for slow machines. */
  readonly seconds?: number
  /** Milliseconds between two looks. */
  readonly everyMs?: number
}

/** Waits until `look` answers something other than false, null or undefined, and answers that; else says what did not come. */
export const until = async <value>(
  what: string,
  look: () => value | Promise<value>,
  { seconds = 20, everyMs = 10 }: Patience = {},
): Promise<Exclude<value, false | null | undefined>> => {
  const deadline = performance.now() + seconds * 1_000
  for (;;) {
    const seen = await look()
    if (seen !== false && seen !== null && seen !== undefined) return seen as Exclude<value, false | null | undefined>
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} seconds in vain for ${what}.`)
    await pause(everyMs)
  }
}
