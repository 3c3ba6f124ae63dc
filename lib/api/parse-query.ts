import { z } from 'zod'
import type { QueryOf } from './endpoint'
import { isProblemCode, Problem } from './problem'

/** A field without what makes it optional or fills it in. */
const innermost = (field: unknown): unknown => {
  if (field instanceof z.ZodOptional || field instanceof z.ZodPrefault) return innermost(field.unwrap())
  return field instanceof z.ZodPipe ? innermost(field.in) : field
}

/** A number is written in digits; anything else stays text, which its schema then refuses. */
const numberOf = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text)

/** A parameter as its schema takes it: what may repeat as a list, anything else as it stands, or as a list if it was repeated. */
const inputOf = (field: unknown, given: readonly string[]): unknown => {
  const inner = innermost(field)
  if (inner instanceof z.ZodArray) return [...new Set(given)]
  const [only, ...more] = given
  if (only === undefined) return undefined
  if (more.length > 0) return given
  return inner instanceof z.ZodNumber ? numberOf(only) : only
}

/**
 * What a query asks, by its schema; parameters that it does not name are ignored. A schema's message is the problem's
 * sentence, or the code of another problem. The first parameter that is wrong is spoken of, a list as a whole before
 * what is in it. Throws Problem.
 */
export const parseQuery = <schema extends z.ZodObject>(schema: schema, search: URLSearchParams): QueryOf<schema> => {
  const input = Object.entries(schema.shape).map(([name, field]) => [name, inputOf(field, search.getAll(name))])
  const parsed = schema.safeParse(Object.fromEntries(input))
  // safe: the schema's own output
  if (parsed.success) return parsed.data as QueryOf<schema>
  const { issues } = parsed.error
  const [first] = issues
  const whole = issues.find(({ path }) => path.length === 1 && path[0] === first?.path[0])
  const message = (whole ?? first)?.message ?? ''
  throw isProblemCode(message) ? new Problem(message) : new Problem('bad-parameter', message)
}
