import { z } from 'zod'
import { type AnswerOf, defineEndpoint } from '../endpoint'

const side = (name: string) => {
  const once = { error: `\`${name}\` may be a whole number of pixels.` }
  return z
    .int(once)
    .min(1, once)
    .optional()
    .meta({ description: 'In pixels: the frame is no larger, and a picture that would be is left out.' })
}

const query = z.object({
  url: z.string({ error: '`url` may be the address of a chart on this site, given once.' }).meta({
    description: 'Address of a chart on this site, in any state: of its page, its frame or one of its files.',
  }),
  maxwidth: side('maxwidth'),
  maxheight: side('maxheight'),
  format: z.enum(['json'], { error: 'unknown-format' }).prefault('json').meta({ description: 'The answer’s format.' }),
})

const answer = z
  .object({
    version: z.literal('1.0'),
    type: z.literal('rich'),
    title: z.string(),
    provider_name: z.literal('Sparkscope'),
    provider_url: z.url(),
    html: z.string(),
    width: z.int(),
    height: z.int(),
    thumbnail_url: z.url().optional(),
    thumbnail_width: z.int().optional(),
    thumbnail_height: z.int().optional(),
    cache_age: z.int().meta({ description: 'Seconds.' }),
  })
  .meta({ id: 'OEmbed' })

export const oembedEndpoint = defineEndpoint({
  path: '/api/oembed',
  operationId: 'getOEmbed',
  tag: 'charts',
  summary: 'The frame of a chart’s address (oEmbed 1.0).',
  query,
  answer: {
    description: 'Of type `rich`, with the picture as thumbnail.',
    content: { 'application/json': answer },
  },
  problems: ['bad-parameter', 'not-found', 'unknown-snapshot', 'damaged-snapshot', 'unknown-format', 'not-ready'],
})

export type OEmbedAnswer = AnswerOf<typeof answer>
