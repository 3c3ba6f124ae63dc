import { z } from 'zod'
import { defineEndpoint } from '../endpoint'

const ours = { error: '`url` may be the address of a chart on this site.' }
const once = (name: string) => ({ error: `\`${name}\` may be 100 to 9999.` })

/** Side lengths of a frame where nothing else is asked for. */
const standard = { width: 760, height: 500 }

const side = (name: string, most: number) =>
  z
    .int(once(name))
    .min(100, once(name))
    .max(9999, once(name))
    .prefault(most)
    .transform((asked) => Math.min(most, asked))
    .meta({ description: `In pixels; ${most} at most.` })

const query = z.object({
  url: z.url(ours).meta({ description: 'Address of a chart on this site, in any state.' }),
  maxwidth: side('maxwidth', standard.width),
  maxheight: side('maxheight', standard.height),
  format: z
    .enum(['json'], { error: '`format` may be json.' })
    .prefault('json')
    .meta({ description: 'The answer’s format.' }),
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
    thumbnail_url: z.url(),
    thumbnail_width: z.int(),
    thumbnail_height: z.int(),
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
  problems: ['bad-parameter', 'unknown-snapshot', 'not-ready'],
})
