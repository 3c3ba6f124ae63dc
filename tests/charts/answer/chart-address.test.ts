import { expect, it } from 'vitest'
import { parseChartAddress } from '@/lib/charts/answer/chart-address'

const site = 'https://spark.example'
const read = (text: string, origin: string | null = site) => {
  const found = parseChartAddress(origin, text)
  return found && [found.chart.slug, found.locale, found.search.toString()]
}

it.each([
  ['/charts/tvl', ['tvl', 'en', '']],
  ['/charts/tvl/', ['tvl', 'en', '']],
  ['/charts/tvl#series', ['tvl', 'en', '']],
  ['/charts/tvl?scale=log&v=1&utm_source=x#series', ['tvl', 'en', 'scale=log&v=1&utm_source=x']],
  ['/en/charts/tvl', ['tvl', 'en', '']],
  ['/zh-Hant/charts/rates', ['rates', 'zh-Hant', '']],
  ['/embed/v1/rates?locale=zh-Hant&v=1', ['rates', 'en', 'locale=zh-Hant&v=1']],
  ['/charts/tvl.png', ['tvl', 'en', '']],
  ['/zh-Hant/charts/tvl.svg?scale=log', ['tvl', 'zh-Hant', 'scale=log']],
  ['/charts/spk-vesting.csv', ['spk-vesting', 'en', '']],
])('reads %s as a reader would copy it', (path, found) => {
  expect(read(site + path)).toEqual(found)
})

it('reads both schemes and the name with and without www.', () => {
  for (const origin of ['http://spark.example', 'https://www.spark.example', 'HTTPS://SPARK.EXAMPLE'])
    expect(read(`${origin}/charts/tvl`)).toEqual(['tvl', 'en', ''])
  expect(read('https://spark.example/charts/tvl', 'https://www.spark.example')).toEqual(['tvl', 'en', ''])
})

it('reads every name of this machine, at the same port', () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    expect(read(`http://${host}:4100/charts/tvl`, 'http://localhost:4100')).toEqual(['tvl', 'en', ''])
  expect(read('http://localhost:4101/charts/tvl', 'http://localhost:4100')).toBeNull()
})

it('reads nothing of other sites, other pages, other charts, or what is no address', () => {
  for (const text of [
    'https://example.org/charts/tvl',
    'https://spark.example.org/charts/tvl',
    'https://spark.example:8443/charts/tvl',
    'ftp://spark.example/charts/tvl',
    `${site}/lend`,
    `${site}/charts`,
    `${site}/charts/nothing`,
    `${site}/charts/tvl.exe`,
    `${site}/charts/tvl/more`,
    '/charts/tvl',
    'tvl',
    '',
  ])
    expect([text, read(text)]).toEqual([text, null])
  expect(read(`${site}/charts/tvl`, null)).toBeNull()
})
