import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Engine } from './engine'
import { encodeReason } from './gap-reason'
import { nextRevision } from './revisions'
import { gaps, instants } from './schema'
import type { Gap } from './types'

/** A gap recorded again with another reason replaces the old one; with the same reason, nothing is written. */
export const gapWriter =
  ({ transaction }: Engine) =>
  ({ chain, from, to, ...gap }: Gap): Promise<void> =>
    transaction(async (tx) => {
      const reason = encodeReason(gap.reason)
      const same = and(eq(gaps.chain, chain), eq(gaps.since, from), eq(gaps.until, to), isNull(gaps.closed))
      const [known] = await tx.select({ reason: gaps.reason }).from(gaps).where(same)
      if (known?.reason === reason) return
      const stored = await nextRevision(tx)
      await tx.update(gaps).set({ closed: stored }).where(same)
      await tx.insert(gaps).values({ chain, since: from, until: to, reason, stored })
    })

/** A gap whose two ends are stored by now has been read again. */
export async function closeGaps(tx: Database, chains: readonly string[], revision: number): Promise<void> {
  const isStored = (end: typeof gaps.since | typeof gaps.until) =>
    sql`exists (select 1 from ${instants} where ${instants.chain} = ${gaps.chain} and ${instants.t} = ${end})`
  await tx
    .update(gaps)
    .set({ closed: revision })
    .where(and(inArray(gaps.chain, [...chains]), isNull(gaps.closed), isStored(gaps.since), isStored(gaps.until)))
}
