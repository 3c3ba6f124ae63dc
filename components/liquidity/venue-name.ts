/** Venues whose name is not simply theirs in capitals. */
const venues: Readonly<Record<string, string>> = { SPARKLEND: 'SparkLend', PSM3: 'PSM3' }

/** What people call a venue, by its key; some have words of their own in each language. */
export const venueName = (key: string, spoken: Readonly<Record<string, string>>): string =>
  spoken[key] ?? venues[key] ?? key.charAt(0) + key.slice(1).toLowerCase()
