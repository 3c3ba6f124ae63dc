export type CountedLog = {
  /** Prints the line, unless one of its kind was printed within the last minute: then it is counted. */
  write(kind: string, line: string): void
  /** Prints the counts that have not been printed yet. */
  flush(): void
}

export type CountedLogOptions = {
  /** Milliseconds for which lines of one kind are counted. */
  readonly every?: number
  /** Kinds told apart; further ones count as one. */
  readonly mostKinds?: number
}

const others = 'other lines'

/** A log that says each kind of line once a minute, and then how many more there were: it does not grow with what is asked. */
export const createCountedLog = (
  print: (line: string) => void,
  { every = 60_000, mostKinds = 50 }: CountedLogOptions = {},
): CountedLog => {
  /** How many more lines of each kind came since one was printed. */
  const more = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const counts = [...more].filter(([, count]) => count > 0)
    more.clear()
    for (const [kind, count] of counts)
      print(`… and ${count.toLocaleString('en')} more in the last minute: ${kind.split('\n', 1)[0]}`)
  }

  return {
    flush,
    write(given, line) {
      const kind = more.has(given) || more.size < mostKinds ? given : others
      const count = more.get(kind)
      more.set(kind, count === undefined ? 0 : count + 1)
      if (count === undefined) print(line)
      timer ??= setTimeout(flush, every).unref()
    },
  }
}
