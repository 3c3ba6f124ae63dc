import { isIPv6 } from 'node:net'

/**
 * Whom a connection is from, for sharing work fairly: its address; of IPv6 the network of 64 bits, which one household has
 * whole. Headers that name another are not believed: anyone can send them.
 */
export const clientOf = (address = ''): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [first, last] = [groups(head), groups(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  return [...first, ...Array.from({ length: zeros }, () => '0'), ...last].slice(0, 4).join(':')
}
