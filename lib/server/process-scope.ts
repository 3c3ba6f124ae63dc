/** Given to a starting process: tells it when to stop, and runs its cleanups then. */
export type ProcessScope = {
  readonly signal: AbortSignal
  /** Cleanups run in reverse order, each even if another fails. */
  defer(cleanup: () => Promise<void> | void): void
}

export type LifecycleOptions = {
  log(line: string): void
  /** Prints a failure without its secrets. */
  logFailure(error: unknown): void
  /** Seconds for each cleanup before it is abandoned. */
  readonly graceSeconds?: number
  /** One Ctrl-C can arrive twice, from the terminal and from npm: within this time it counts as the same. */
  readonly sameSignalMs?: number
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

const within = async (seconds: number, work: Promise<unknown>) => {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000)
  })
  await Promise.race([work.catch(() => {}), timeout])
  clearTimeout(timer)
}

/**
 * Runs `start` until the process is to stop (SIGINT, SIGTERM, SIGHUP), then runs the deferred cleanups and exits with 0;
 * with 1 where the start failed. A second signal ends the process at once. Handlers are set before `start` runs.
 */
export const runUntilStopped = async (
  start: (scope: ProcessScope) => Promise<void>,
  options: LifecycleOptions,
): Promise<never> => {
  const { graceSeconds: grace = 10, sameSignalMs = 1000 } = options
  const stopping = new AbortController()
  const cleanups: (() => Promise<void> | void)[] = []
  let signalledAt = 0
  let exitCode = 0

  // Writing to a closed terminal is an error event: no failure of the process, and nothing to log.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (!stopping.signal.aborted) {
        signalledAt = Date.now()
        options.log('Stopping…')
        stopping.abort()
      } else if (Date.now() - signalledAt > sameSignalMs) process.exit(code)
    })
  }
  const fail = (error: unknown) => {
    if (!stopping.signal.aborted) {
      exitCode = 1
      options.logFailure(error)
    }
    stopping.abort()
  }
  process.on('uncaughtException', fail)
  // An aborted page can leave a rejection that nobody handles: logged, but no reason to stop serving.
  process.on('unhandledRejection', options.logFailure)

  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
  const started = start({ signal: stopping.signal, defer: (cleanup) => cleanups.push(cleanup) })
  started.catch(fail)
  await stopped
  await within(grace, started)
  for (const cleanup of cleanups.reverse())
    await within(grace, Promise.resolve().then(cleanup).catch(options.logFailure))
  process.exit(exitCode)
}
