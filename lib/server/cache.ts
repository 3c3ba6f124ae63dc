/** Keeps what was used last, up to a number of bytes: the least recently used goes first. */
export type Shelf<value extends { readonly bytes: number }> = {
  get(key: string): value | undefined
  set(key: string, value: value): void
  delete(key: string): void
  readonly bytes: number
  readonly count: number
}

/** What a key and its place in the map cost beside the value, in bytes: a guess on the safe side. */
const overhead = 512

/** One value may take an eighth of the shelf; a bigger one is not kept. */
export const createShelf = <value extends { readonly bytes: number }>(maxBytes: number): Shelf<value> => {
  const held = new Map<string, value>()
  let bytes = 0
  const cost = (key: string, value: value) => value.bytes + key.length * 2 + overhead
  const drop = (key: string) => {
    const value = held.get(key)
    if (value === undefined) return
    held.delete(key)
    bytes -= cost(key, value)
  }
  return {
    get(key) {
      const value = held.get(key)
      if (value === undefined) return undefined
      held.delete(key)
      held.set(key, value)
      return value
    },
    set(key, value) {
      drop(key)
      if (cost(key, value) > maxBytes / 8) return
      held.set(key, value)
      bytes += cost(key, value)
      for (const oldest of held.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
    },
    delete: drop,
    get bytes() {
      return bytes
    },
    get count() {
      return held.size
    },
  }
}
