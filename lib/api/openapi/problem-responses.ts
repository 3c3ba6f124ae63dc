import { z } from 'zod'
import { allProblems, type ProblemCode, type RefusalCode } from '../problem'

/** What the server may say of any address in its handler's place. */
const always: readonly (ProblemCode | RefusalCode)[] = ['url-too-long', 'internal', 'store-unavailable', 'unavailable']

const meanings: Readonly<Record<number, string>> = {
  400: 'A parameter holds what it may not hold; `detail` says what it may.',
  404: 'There is no such thing.',
  414: 'The URL is too long.',
  500: 'The answer could not be made.',
  501: 'There is no such format.',
  503: 'Not now: try again after a moment.',
}

/** The statuses that an address answers when it cannot answer, each with what it means. */
export const problemStatuses = (codes: readonly ProblemCode[]): readonly (readonly [number, string])[] =>
  Object.entries(meanings)
    .map(([status, meaning]) => [Number(status), meaning] as const)
    .filter(([status]) =>
      allProblems.some((each) => each.status === status && [...codes, ...always].includes(each.code)),
    )

const codesOf = (status: number) => allProblems.filter((each) => each.status === status).map(({ code }) => code)

const schemas = new Map<number, z.ZodType>()

/** One schema a status: the code tells which of its problems it is. */
export const problemSchema = (status: number): z.ZodType => {
  const schema =
    schemas.get(status) ??
    z
      .object({
        type: z.string().meta({ description: 'Leads to what the code means.' }),
        code: z.enum(codesOf(status)),
        status: z.literal(status),
        title: z.string(),
        detail: z.string().optional(),
      })
      .meta({ id: `Problem${status}`, description: 'By RFC 9457. The codes are permanent, the sentences are not.' })
  schemas.set(status, schema)
  return schema
}
