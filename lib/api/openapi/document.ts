import { tags } from '../endpoint'
import { endpoints } from '../endpoints'
import { describeInto, operationOf } from './operation'

const info = {
  title: 'Sparkscope',
  version: '1',
  description: 'Numbers of the Spark Protocol, each with the contract calls it came from. GET only, no key, CORS *.',
  license: { name: 'MIT', identifier: 'MIT' },
} as const

/** The whole HTTP contract as OpenAPI 3.1, made of the endpoints. */
const describeApi = () => {
  const components = new Map<string, object>()
  const describe = describeInto(components)
  const paths = endpoints.map((endpoint) => [endpoint.path, { get: operationOf(endpoint, describe) }])
  return {
    openapi: '3.1.0',
    info,
    // relative: the document is served by the site that it describes
    servers: [{ url: '/' }],
    security: [],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(components) },
  }
}

let described: ReturnType<typeof describeApi> | undefined

export const openApiDocument = (): ReturnType<typeof describeApi> => {
  described ??= describeApi()
  return described
}
