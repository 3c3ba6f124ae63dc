/** What a starting process may use: to learn that it is to stop, and to say what must be undone then. */
export type ProcessScope = {
  readonly signal: AbortSignal
  /** Undone in reverse order, each even if another fails. */
  defer(undo: () => Promise<void> | void): void
}

export type LifecycleOptions = {
  say(line: string): void
  /** Prints a failure without its secrets. */
  sayFailure(error: unknown): void
  /** Seconds for one step of stopping before it is left behind. */
  readonly graceSeconds?: number
  /** One Ctrl-C can arrive twice, from the terminal and from npm: what comes within this time is the same one. */
  readonly sameSignalMs?: number
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

const within = async (seconds: number, work: Promise<unknown>) => {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000)
  })
  await Promise.race([work.catch(() => {}), patience])
  clearTimeout(timer)
}

/**
 * Runs `start` until the process is told to stop (SIGINT, SIGTERM, SIGHUP), then undoes what it deferred and exits
 * with 0; with 1 where the start failed. A second signal ends the process at once. Handlers stand before `start` runs.
 */
export const runUntilStopped = async (
  start: (scope: ProcessScope) => Promise<void>,
  options: LifecycleOptions,
): Promise<never> => {
  const { graceSeconds: grace = 10, sameSignalMs = 1000 } = options
  const stopping = new AbortController()
  const undoes: (() => Promise<void> | void)[] = []
  let toldAt = 0
  let exitCode = 0

  // A terminal that was closed can no longer be told anything: no failure, and above all none to be told of.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (!stopping.signal.aborted) {
        toldAt = Date.now()
        options.say('Stopping…')
        stopping.abort()
      } else if (Date.now() - toldAt > sameSignalMs) process.exit(code)
    })
  }
  const fail = (error: unknown) => {
    if (!stopping.signal.aborted) {
      exitCode = 1
      options.sayFailure(error)
    }
    stopping.abort()
  }
  process.on('uncaughtException', fail)
  // A page that was given up can leave a rejection nobody waits for: said, but no reason to stop serving.
  process.on('unhandledRejection', options.sayFailure)

  const told = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()))
  const started = start({ signal: stopping.signal, defer: (undo) => undoes.push(undo) })
  started.catch(fail)
  await told
  await within(grace, started)
  for (const undo of undoes.reverse()) await within(grace, Promise.resolve().then(undo).catch(options.sayFailure))
  process.exit(exitCode)
}
