import type { PGlite, QueryOptions, Transaction } from '@electric-sql/pglite'

const othersTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Runs what it is given one after another; before each, all else that the process has to do has its turn. */
export const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <result>(run: () => Promise<result>): Promise<result> => {
    const mine = last.then(othersTurn).then(run)
    last = mine.catch(() => {})
    return mine
  }
}

const withTurns = (client: Pick<PGlite | Transaction, 'query'>) => {
  const inTurn = createTurns()
  const query = client.query.bind(client)
  client.query = <row>(text: string, params?: unknown[], options?: QueryOptions) =>
    inTurn(() => query<row>(text, params, options))
}

/**
 * A query of the embedded database has the thread for itself, and so have many that wait for each other: nobody would be
 * answered until the last has ended. A transaction waits for the query that runs, not for those that wait.
 */
export const takeTurns = (client: Pick<PGlite, 'query' | 'transaction'>) => {
  withTurns(client)
  const transaction = client.transaction.bind(client)
  client.transaction = (run) =>
    transaction((tx) => {
      withTurns(tx)
      return run(tx)
    })
}
