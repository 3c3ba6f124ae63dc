import { type FailureReason, isFailureCode } from '../errors'

/** A gap's reason as its column holds it: a failure's code; of a disagreement also its counts, as in `disagree 1/3/2`. */
export const encodeReason = ({ code, agreement }: FailureReason): string =>
  agreement ? `${code} ${agreement.agree}/${agreement.of}/${agreement.quorum}` : code

/** Codes unknown to this version of the program only tell that nothing was read. */
export const decodeReason = (text: string): FailureReason => {
  const [, code = '', agree, of, quorum] = /^([a-z-]+)(?: (\d+)\/(\d+)\/(\d+))?$/.exec(text) ?? []
  if (!isFailureCode(code)) return { code: 'not-read' }
  if (quorum === undefined) return { code }
  return { code, agreement: { agree: Number(agree), of: Number(of), quorum: Number(quorum) } }
}
