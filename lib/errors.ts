/** Every way a read can fail, with the sentence shown for it. */
export const failureSentences = {
  timeout: 'The node did not answer in time.',
  unreachable: 'The node could not be reached.',
  'rate-limited': 'The node refused the request: too many requests.',
  refused: 'The node refused the request.',
  moved: 'The node sends its visitors to another address, which is not followed.',
  garbled: 'The node’s answer was not valid.',
  'wrong-chain': 'The node answered for another chain.',
  lagging: 'The node is behind the block last accepted for this chain.',
  'ahead-of-clock': 'The node’s newest block lies in the future by this server’s clock.',
  'ahead-of-pace': 'The node’s newest block is higher than the chain can be by now.',
  disagree: 'This chain’s nodes do not agree on the same block.',
  implausible: 'The node’s answers lack what earlier blocks had, and nothing proves that it is gone.',
  'no-archive': 'The node no longer holds the state of this block.',
  reverted: 'The contract refused the call.',
  misfit: 'The contract answered with data that does not fit its interface.',
  defect: 'The program could not compute this number: a defect in it, not in the chain.',
  'not-deployed': 'There is no contract at this address at this block.',
  'no-curve': 'This strategy has no rate curve: its rate does not follow utilisation.',
  'not-set': 'The contract was never told a value: it answers 0.',
  'no-price': 'No price exists: no contract gives one.',
  'old-price':
    'The reported price is old: it has not been updated for five days, or its issuer’s own limit has passed.',
  input: 'One of the numbers it is made of is not known.',
  'nothing-known': 'None of the numbers it is made of is known.',
  'not-read': 'It has not been read.',
} as const

export type FailureCode = keyof typeof failureSentences

/** What may be shown of a failure: never an upstream text or a URL, as both can contain a key. */
export type Failure = { readonly code: FailureCode; readonly message: string }

export const failure = (code: FailureCode, detail?: string): Failure => ({
  code,
  message: detail === undefined ? failureSentences[code] : `${failureSentences[code]} ${detail}`,
})

/** How many of a chain's URLs agree, of how many that were asked, and how many must. */
export type Agreement = { readonly agree: number; readonly of: number; readonly quorum: number }

/** Why something could not be read, as a code: it is worded where it is shown. */
export type FailureReason = { readonly code: FailureCode; readonly agreement?: Agreement }

export const isFailureCode = (text: string): text is FailureCode => Object.hasOwn(failureSentences, text)

const agreementDetail = ({ agree, of, quorum }: Agreement) => `${agree} of ${of} say the same; ${quorum} must.`

/** A reason in English, as the API says it. */
export const failureText = ({ code, agreement }: FailureReason): string =>
  failure(code, agreement && agreementDetail(agreement)).message

/** Base of every expected failure. Anything else that is thrown is a defect and must not be taken for an outage. */
export abstract class ReadError extends Error {
  readonly failure: Failure
  constructor(code: FailureCode, detail?: string) {
    const { message } = failure(code, detail)
    super(message)
    this.failure = { code, message }
  }
}

/** The node failed, which tells nothing of the contracts: another URL may work, and an older value is kept. */
export class NodeError extends ReadError {
  override readonly name = 'NodeError'
  readonly reason: FailureReason
  constructor(code: FailureCode, agreement?: Agreement) {
    super(code, agreement && agreementDetail(agreement))
    this.reason = agreement ? { code, agreement } : { code }
  }
}

/** The contract reverted: the answer is final for this block. */
export class RevertedError extends ReadError {
  override readonly name = 'RevertedError'
  constructor(detail?: string) {
    super('reverted', detail)
  }
}

/** The result does not fit the interface: there may be another contract at the address. */
export class MisfitError extends ReadError {
  override readonly name = 'MisfitError'
  constructor(detail?: string) {
    super('misfit', detail)
  }
}

/** Nothing is deployed there (yet): the number is absent, not failed and not zero. */
export class AbsentError extends ReadError {
  override readonly name = 'AbsentError'
  constructor(
    code: 'not-deployed' | 'no-curve' | 'not-set' | 'no-price' | 'nothing-known' = 'not-deployed',
    detail?: string,
  ) {
    super(code, detail)
  }
}
