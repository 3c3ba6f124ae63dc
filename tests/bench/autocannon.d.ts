declare module 'autocannon' {
  type Options = {
    readonly url: string
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    /** Asked in turn on every connection. */
    readonly requests: readonly { readonly path: string; readonly headers?: Readonly<Record<string, string>> }[]
    readonly timeout?: number
  }
  type Result = {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    readonly requests: { readonly total: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
