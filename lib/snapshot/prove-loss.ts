import type { Address } from 'viem'
import { NodeError } from '../errors'
import { isFinallyGone, withCode } from '../reader/code-at'
import { type Endpoint, orderEndpoints } from '../reader/endpoint'
import type { Session } from '../reader/session'
import type { ChainSource } from '../reader/source'
import type { Loss } from './plausibility'

/** With no second URL that answers, so many readings in a row must say the same. */
const readingsToConfirm = 3

/** Readings in a row that nobody but their URL could confirm, and the block of the first. */
export type Tally = { readings: number; readonly block: bigint }

/** Other URLs asked for the same calls. */
const othersAtMost = 3

type Asked = Pick<ChainSource, 'endpoints' | 'now'>

/** The first other URL that answers: whether it says the same; null where none answers. */
const secondOpinion = async (
  { endpoints, now }: Asked,
  session: Session,
): Promise<{ readonly endpoint: Endpoint; readonly same: boolean } | null> => {
  const others = endpoints.filter((each) => each !== session.endpoint)
  for (const endpoint of orderEndpoints(others, now()).slice(0, othersAtMost)) {
    try {
      return { endpoint, same: await session.agreesOn(endpoint) }
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
    }
  }
  return null
}

const isProven = async (loss: Loss, session: Session, codeless: readonly Address[], tally: Tally, final: boolean) => {
  const known = codeless.length === 0
  // One URL whose contracts are mostly gone has lost its state.
  if (final) return known ? !loss.mostNumbers || tally.readings >= readingsToConfirm : !loss.contradicted
  if (tally.readings < readingsToConfirm || loss.most) return false
  return known || isFinallyGone({ endpoint: session.endpoint, count: session.count }, codeless, tally.block)
}

/**
 * Whether what a reading lacks is proven to be gone: a second URL says the same at the same block, and neither has code
 * where there was a contract; with one URL alone, its readings say so again and again, and the code is gone at a final
 * block, too. `final`: the block was final before it was read. Throws NodeError('implausible') where it is not proven;
 * else answers the contracts that have code and yet say nothing.
 */
export const proveLoss = async (
  loss: Loss,
  source: Asked,
  session: Session,
  tally: Tally,
  final: boolean,
): Promise<readonly Address[]> => {
  const { gone } = loss
  const { number } = session.block
  const { endpoint, count } = session
  const coded = gone.length === 0 ? [] : await withCode({ endpoint, count }, gone, number)
  // Most contracts have code and none of them says anything: that is the node, and others may be like it.
  if (loss.most && coded.length > 0) throw new NodeError('implausible')
  const codeless = gone.filter((each) => !coded.includes(each))
  const second = await secondOpinion(source, session)
  if (second) {
    if (!second.same) throw new NodeError('implausible')
    const elsewhere =
      codeless.length === 0 ? [] : await withCode({ endpoint: second.endpoint, count }, codeless, number)
    if (elsewhere.length > 0) throw new NodeError('implausible')
    return coded
  }
  tally.readings += 1
  if (!(await isProven(loss, session, codeless, tally, final))) throw new NodeError('implausible')
  return coded
}
