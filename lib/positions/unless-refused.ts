import { AbsentError, MisfitError, RevertedError } from '../errors'

/**
 * What a contract says; `otherwise` where it does not know the question: it refuses, answers something else, or is not
 * there. A failure of the node passes.
 */
export const unlessRefused = <const other, value = other>(read: Promise<value>, otherwise: other) =>
  read.catch((error: unknown): value | other => {
    if (error instanceof RevertedError || error instanceof MisfitError || error instanceof AbsentError) return otherwise
    throw error
  })
