/** Of one lane: how many jobs run at once, and what may wait. */
export type LaneLimits = {
  readonly running: number
  /** The most that waiting jobs may weigh together. */
  readonly waiting: number
  /** Milliseconds until a job that has not begun is refused. */
  readonly wait: number
}

export type Job = {
  /** Whom it is done for: each gets an equal share of the lane, whatever the others ask for. */
  readonly client: string
  /** How much work it is beside others of its lane. */
  readonly weight: number
  /** Aborted once nobody waits for it: a job that has not begun never begins. */
  readonly signal: AbortSignal
}

export type LaneReport = { readonly running: number; readonly waiting: number; readonly refused: number }

const sentences = {
  full: 'Too much of this kind is waiting already: try again in a few seconds.',
  late: 'The server could not begin on this in time: try again in a few seconds.',
  left: 'Nobody waits for this any more.',
} as const

/** The job was not begun; its message is one sentence. */
export class QueueError extends Error {
  override readonly name = 'QueueError'
  constructor(readonly code: keyof typeof sentences) {
    super(sentences[code])
  }
}

type Waiting = {
  readonly tag: number
  readonly weight: number
  begin(): void
  refuse(code: QueueError['code']): void
}

/**
 * A bounded queue, fair by client: start-time fair queueing. Each job is tagged with what its client has been given and
 * asks for, and the lowest tag is next. Where it is full the highest gives way: the newest of who asks for most.
 */
export class WorkQueue {
  readonly #limits: LaneLimits
  readonly #waiting = new Set<Waiting>()
  /** The tag of each client's newest job, where it is ahead of the lane's. */
  readonly #tags = new Map<string, number>()
  #tag = 0
  #running = 0
  #refused = 0

  constructor(limits: LaneLimits) {
    this.#limits = limits
  }

  get report(): LaneReport {
    return { running: this.#running, waiting: this.#waiting.size, refused: this.#refused }
  }

  /** Does the work in its turn. @throws QueueError where the work was not begun */
  async run<result>(job: Job, work: () => Promise<result>): Promise<result> {
    if (job.signal.aborted) throw new QueueError('left')
    if (this.#running < this.#limits.running) this.#running += 1
    else await this.#turn(job)
    try {
      return await work()
    } finally {
      // all else that the process has to do has its turn before the next job
      setImmediate(() => this.#end())
    }
  }

  #turn({ client, weight, signal }: Job): Promise<void> {
    const tag = Math.max(this.#tag, this.#tags.get(client) ?? 0) + weight
    return new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', leave)
        this.#waiting.delete(waiting)
        settle()
      }
      const waiting: Waiting = {
        tag,
        weight,
        begin: () => end(resolve),
        refuse: (code) => {
          if (code !== 'left') this.#refused += 1
          end(() => reject(new QueueError(code)))
        },
      }
      const leave = () => waiting.refuse('left')
      const timer = setTimeout(() => waiting.refuse('late'), this.#limits.wait)
      signal.addEventListener('abort', leave)
      this.#waiting.add(waiting)
      this.#tags.set(client, tag)
      this.#makeRoom()
    })
  }

  /** Refuses the highest tags until the rest may wait. */
  #makeRoom() {
    const byTag = [...this.#waiting].sort((a, b) => a.tag - b.tag)
    let weight = byTag.reduce((sum, each) => sum + each.weight, 0)
    while (weight > this.#limits.waiting) {
      const last = byTag.pop()
      if (last === undefined) return
      weight -= last.weight
      last.refuse('full')
    }
  }

  #end() {
    this.#running -= 1
    const [first, ...rest] = this.#waiting
    if (first === undefined) return this.#tags.clear()
    const next = rest.reduce((lowest, each) => (each.tag < lowest.tag ? each : lowest), first)
    this.#tag = next.tag
    for (const [client, tag] of this.#tags) if (tag <= this.#tag) this.#tags.delete(client)
    this.#running += 1
    next.begin()
  }
}
