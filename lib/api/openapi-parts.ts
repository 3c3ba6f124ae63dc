/** Pieces that every part of the HTTP contract is described with. */
export const text = { type: 'string' } as const
export const seconds = { type: 'integer', description: 'Unix seconds.' } as const
export const list = (items: object) => ({ type: 'array', items })
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
export const json = (schema: object) => ({ 'application/json': { schema } })

export const problem = {
  description: 'A problem with a stable `code`.',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}

export const answer = (description: string, schema: object, codes: readonly number[]) => ({
  responses: {
    200: { description, content: json(schema) },
    304: { description: 'Unchanged: the ETag sent in If-None-Match still holds.' },
    ...Object.fromEntries(codes.map((code) => [code, problem])),
  },
})

export const once = (name: string, description: string, schema: object = text) => ({
  name,
  in: 'query',
  description,
  schema,
})
