import type { z } from 'zod'
import type { ProblemCode } from './problem'

/** Groups of addresses, as the OpenAPI document has them. */
export const tags = {
  numbers: 'Numbers of the Spark Protocol at one block a chain, each with its proof, and over time.',
  catalogue: 'What each metric is and how it is computed.',
  charts: 'A chart as data, as a picture, and as a frame for other sites.',
  service: 'How the service fares, and what it answers.',
} as const

/** An answer by media type. */
export type Content = { readonly description: string; readonly content: Readonly<Record<string, z.ZodType>> }

/**
 * An address of the HTTP contract. Its schemas are the one source of what is parsed, of the types that handlers answer
 * with, and of the OpenAPI document.
 */
export type Endpoint = {
  readonly path: string
  readonly operationId: string
  readonly tag: keyof typeof tags
  readonly summary: string
  /** The variable parts of the path. */
  readonly parameters?: z.ZodObject
  readonly query?: z.ZodObject
  /** What it says when all is well. */
  readonly answer: Content
  /** What else it answers of itself; what the server answers to any request is added to all. */
  readonly problems: readonly ProblemCode[]
  /** What it answers instead of problems, by status: of an address that the server itself answers. */
  readonly own?: Readonly<Record<number, Content>>
  /** Media type of its problems, where they are documents for readers. */
  readonly problemType?: 'text/html'
}

/** Checks an endpoint's declaration and keeps the types of its schemas. */
export const defineEndpoint = <const endpoint extends Endpoint>(endpoint: endpoint): endpoint => endpoint

type Frozen<value> = value extends readonly (infer item)[]
  ? readonly Frozen<item>[]
  : value extends object
    ? { readonly [name in keyof value]: Frozen<value[name]> }
    : value

/** What a handler must answer with: the type of the schema, unchanging. */
export type AnswerOf<schema extends z.ZodType> = Frozen<z.output<schema>>

/** What a parsed query holds. */
export type QueryOf<schema extends z.ZodType> = Frozen<z.output<schema>>
