import { AddressLink } from '../provenance/address-link'
import { addressAt, home } from './model'

type PlaceProps = {
  /** A registry constant of Ethereum. */
  readonly at: string
  /** What stands in place of the constant's name. */
  readonly name?: string
}

/** Below a row's name, small: the contract or holder behind it, leading to the explorer. Breaks on a phone, where it is long. */
export function Place({ at, name = at }: PlaceProps) {
  const address = addressAt(at)
  return (
    <span className="block max-w-36 text-tiny whitespace-normal text-muted max-sm:wrap-anywhere sm:max-w-none">
      {address === null ? name : <AddressLink chain={home} address={address} name={name} />}
    </span>
  )
}
