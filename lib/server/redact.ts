/** Leaves of every URL in a text its scheme and host alone: user, password, path and query can each be a key. */
export const redactUrls = (text: string) =>
  text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#@]*@)?([^\s/?#"'`<>)]+)[^\s"'`<>)]*/gi, '$1$2')

/** A failure as the log may hold it: its kind, its words without URLs' secrets, and where it came from. */
export const describeFailure = (error: unknown, secrets: readonly string[] = []): string => {
  if (!(error instanceof Error)) return 'Something failed without saying what.'
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const said = secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '…')), error.message)
  return [`${error.name}: ${redactUrls(said)}`, ...frames.slice(0, 6)].join('\n')
}
