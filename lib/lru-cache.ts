export type LruCacheOptions<key, value> = {
  /** The most that all entries may take together: a number of entries, or whatever `sizeOf` measures. */
  readonly max: number
  readonly sizeOf?: (value: value, key: key) => number
  /** A larger value is not kept, as it would evict many others. */
  readonly largest?: number
}

/** A map of bounded size: when it is full, the least recently used entries are evicted. */
export class LruCache<key, value> {
  readonly #entries = new Map<key, { readonly value: value; readonly size: number }>()
  readonly #options: LruCacheOptions<key, value>
  #size = 0

  constructor(options: LruCacheOptions<key, value>) {
    this.#options = options
  }

  get(key: key): value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    // a map keeps the order of insertion: the first entry is the least recently used
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: key, value: value): void {
    const { max, sizeOf = () => 1, largest = max } = this.#options
    this.delete(key)
    const size = sizeOf(value, key)
    if (size > largest) return
    this.#entries.set(key, { value, size })
    this.#size += size
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= max) break
      this.delete(oldest)
    }
  }

  delete(key: key): void {
    this.#size -= this.#entries.get(key)?.size ?? 0
    this.#entries.delete(key)
  }

  /** Least recently used first. */
  *values(): Generator<value> {
    for (const { value } of this.#entries.values()) yield value
  }

  /** What all entries take together. */
  get size(): number {
    return this.#size
  }

  get count(): number {
    return this.#entries.size
  }
}
