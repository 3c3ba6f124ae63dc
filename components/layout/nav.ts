/** The pages in the header, in their order. */
export const sections = [
  { name: 'overview', path: '/' },
  { name: 'lend', path: '/lend' },
  { name: 'savings', path: '/savings' },
  { name: 'liquidity', path: '/liquidity' },
  { name: 'rwa', path: '/rwa' },
  { name: 'spk', path: '/spk' },
  { name: 'charts', path: '/charts' },
  { name: 'method', path: '/method' },
  { name: 'status', path: '/status' },
] as const

export type Section = (typeof sections)[number]['name']
