import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/** A schema as the document has it, and the named schemas that it refers to. */
export type SchemaJson = { readonly schema: Json; readonly components: Readonly<Record<string, Json>> }

/** Leaves out the bounds that every integer has. */
const withoutBounds = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** With references that lead to the document's components. */
const referring = (json: unknown): unknown => {
  if (Array.isArray(json)) return json.map(referring)
  if (!isObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) =>
      name === '$ref' && typeof value === 'string'
        ? [name, value.replace('#/$defs/', '#/components/schemas/')]
        : [name, referring(value)],
    ),
  )
}

/** What may be sent (not what becomes of it), by JSON Schema 2020-12. A schema with an id stands among the components. */
export const schemaJson = (schema: z.ZodType): SchemaJson => {
  // within another, so that a schema with an id is referred to
  const { properties, $defs = {} } = z.toJSONSchema(z.object({ schema }), { io: 'input', override: withoutBounds })
  const components = Object.entries($defs).map(([name, { id: _, ...component }]) => [name, referring(component)])
  // safe: made of objects above
  return { schema: referring(properties?.schema) as Json, components: Object.fromEntries(components) }
}
