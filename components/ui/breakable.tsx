import { Fragment } from 'react'

/** A name such as `MCD_VEST_SPK_TREASURY` or a call, which may break behind its underscores, points and brackets and nowhere else. */
export function Breakable({ name }: { readonly name: string }) {
  return name.split(/(?<=_|\.(?=[a-z])|\()/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name stay in their places
    <Fragment key={at}>
      {at > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ))
}
