/** Where the vesting chart stands, painted by whoever renders the page; nothing where there is none. */
export function ChartSlot({ children }: { readonly children?: React.ReactNode }) {
  return children ? <div id="vesting-chart">{children}</div> : null
}
