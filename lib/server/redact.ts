/** Reduces every URL in a text to its scheme and host: user, password, path and query can each be a key. */
export const redactUrls = (text: string) =>
  text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/?#@]*@)?([^\s/?#"'`<>)]+)[^\s"'`<>)]*/gi, '$1$2')

/** A failure for the log: its name, its message without secrets, and where it was thrown. */
export const describeFailure = (error: unknown, secrets: readonly string[] = []): string => {
  if (!(error instanceof Error)) return 'Something failed without saying what.'
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const message = secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '…')), error.message)
  return [`${error.name}: ${redactUrls(message)}`, ...frames.slice(0, 6)].join('\n')
}
