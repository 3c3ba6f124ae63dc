/** `0x1f98…a0C4`: enough to recognise, never enough to trust; the whole stands behind the link. */
export const shortHex = (hex: string, head = 6, tail = 4): string =>
  hex.length <= head + tail + 1 ? hex : `${hex.slice(0, head)}…${hex.slice(-tail)}`
