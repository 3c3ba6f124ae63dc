import { z } from 'zod'
import { defineEndpoint } from '../endpoint'

export const documentEndpoint = defineEndpoint({
  path: '/api/v1/openapi.json',
  operationId: 'getOpenApi',
  tag: 'service',
  summary: 'This document.',
  answer: {
    description: 'OpenAPI 3.1.',
    content: { 'application/json': z.object({ openapi: z.string() }).catchall(z.unknown()) },
  },
  problems: [],
})
