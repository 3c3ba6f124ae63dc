import { AddressLink } from '../provenance/address-link'
import { addressAt, home } from './model'

type PlaceProps = {
  /** A registry constant of Ethereum. */
  readonly at: string
  /** What stands in place of the constant's name. */
  readonly name?: string
}

/** Below a row's name, small: the contract or holder behind it, leading to the explorer. */
export function Place({ at, name = at }: PlaceProps) {
  const address = addressAt(at)
  return (
    <span className="block text-tiny text-muted">
      {address === null ? name : <AddressLink chain={home} address={address} name={name} />}
    </span>
  )
}
