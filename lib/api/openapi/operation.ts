import type { z } from 'zod'
import type { Content, Endpoint } from '../endpoint'
import { retrySeconds } from '../problem'
import { problemSchema, problemStatuses } from './problem-responses'
import { type SchemaJson, schemaJson } from './schema-json'

/** Answers how a schema is written, and remembers the named schemas that it refers to. */
export type Describe = (schema: z.ZodType) => SchemaJson['schema']

export const describeInto =
  (components: Map<string, object>): Describe =>
  (schema) => {
    const { schema: json, components: named } = schemaJson(schema)
    for (const [name, component] of Object.entries(named)) components.set(name, component)
    return json
  }

/** A list may always be left out: it is then empty, which its schema may refuse. */
const isRequired = (field: z.ZodType): boolean => !field.safeParse(undefined).success && !field.safeParse([]).success

const parametersOf = (place: 'path' | 'query', fields: z.ZodObject | undefined, describe: Describe) =>
  Object.entries(fields?.shape ?? {}).map(([name, field]) => {
    const { description, explode, ...schema } = describe(field)
    return {
      name,
      in: place,
      ...(description === undefined ? {} : { description }),
      ...(isRequired(field) ? { required: true } : {}),
      ...(explode === false ? { style: 'form', explode } : {}),
      schema,
    }
  })

const response = ({ description, content }: Content, describe: Describe) => ({
  description,
  content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema: describe(schema) }])),
})

const unchanged = { description: 'Unchanged: the ETag sent in If-None-Match still holds.' }
const headTooLong = { description: 'The head of the request is longer than the server reads.' }
const refusedDocument = {
  description: 'A document that says what is wrong, in its language.',
  content: { 'text/html': { schema: { type: 'string' } } },
}
const retry = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer', const: retrySeconds } } }

const problemResponses = ({ problems, problemType }: Endpoint, describe: Describe) =>
  Object.fromEntries(
    problemStatuses(problems).map(([status, description]) => {
      const content = { 'application/problem+json': problemSchema(status) }
      const said = problemType === undefined ? response({ description, content }, describe) : refusedDocument
      return [status, status === 503 ? { ...said, headers: retry } : said]
    }),
  )

const ownResponses = (own: NonNullable<Endpoint['own']>, describe: Describe) =>
  Object.fromEntries(Object.entries(own).map(([status, content]) => [status, response(content, describe)]))

/** An endpoint as an operation of the document. */
export const operationOf = (endpoint: Endpoint, describe: Describe) => {
  const { operationId, tag, summary, parameters, query, answer, own } = endpoint
  const described = [...parametersOf('path', parameters, describe), ...parametersOf('query', query, describe)]
  return {
    operationId,
    tags: [tag],
    summary,
    ...(described.length === 0 ? {} : { parameters: described }),
    responses: {
      200: response(answer, describe),
      ...(own === undefined
        ? { 304: unchanged, ...problemResponses(endpoint, describe) }
        : { 431: headTooLong, ...ownResponses(own, describe) }),
    },
  }
}
