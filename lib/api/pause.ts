/** Lets others have their turn between two steps of long work. Throws where the work was aborted meanwhile. */
export const pause = async (signal?: AbortSignal): Promise<void> => {
  await new Promise((resolve) => setImmediate(resolve))
  signal?.throwIfAborted()
}
