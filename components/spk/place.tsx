import { AddressLink } from '../provenance/address-link'
import { addressAt, home } from './model'

type PlaceProps = {
  /** A registry constant of Ethereum. */
  readonly at: string
  /** What stands before the address. */
  readonly name?: string
}

/** Below a row's name, small: the contract or holder behind it, leading to the explorer. */
export function Place({ at, name }: PlaceProps) {
  const address = addressAt(at)
  if (address === null) return name === undefined ? null : <span className="block text-tiny text-muted">{name}</span>
  return (
    <span className="block text-tiny text-muted">
      <AddressLink chain={home} address={address} {...(name === undefined ? {} : { name })} />
    </span>
  )
}
