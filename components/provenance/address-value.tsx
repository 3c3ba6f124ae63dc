import { useTranslations } from 'next-intl'
import { contractAt, type SparkChain } from '@/lib/chains'
import { UNKNOWN } from '@/lib/format/number'
import type { Observation } from '@/lib/numbers/number-index'
import { addressOf } from '@/lib/numbers/value'
import { NumberLink } from '../figures/number-link'
import { reasonOf } from '../figures/status-text'
import { AddressLink } from './address-link'

type AddressValueProps = {
  readonly chain: SparkChain
  /** A number of unit `address`. */
  readonly of: Observation
  /** The word that leads to the number's proof. */
  readonly proof: string
}

/** An address that a contract answered: to the explorer by its name, and to the call that answered it. */
export function AddressValue({ chain, of: num, proof }: AddressValueProps) {
  const t = useTranslations('common')
  const reason = reasonOf(num, t)
  const address = addressOf(num)
  if (address === null)
    return (
      <NumberLink of={num} {...(reason === null ? {} : { title: reason })}>
        {UNKNOWN}
        {reason ? <span className="sr-only"> ({reason})</span> : null}
      </NumberLink>
    )
  const name = contractAt(chain, address)
  return (
    <span className="inline-block">
      <AddressLink chain={chain} address={address} />{' '}
      <span className="text-muted">
        · <NumberLink of={num}>{proof}</NumberLink>
      </span>
      {name === null ? null : <code className="block font-mono text-tiny break-all text-muted">{name}</code>}
    </span>
  )
}
