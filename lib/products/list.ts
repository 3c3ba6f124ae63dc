import type { Product } from './define-product'
import { sdai } from './sdai'
import { speth } from './speth'
import { sppyusd } from './sppyusd'
import { spusdc } from './spusdc'
import { spusdt } from './spusdt'
import { susdc } from './susdc'
import { susds } from './susds'
import { sxdai } from './sxdai'

/** Every product, in the order in which tables show them. A new one is a file of its own and a word here. */
export const products: readonly Product[] = [susds, sdai, sxdai, susdc, spusdc, spusdt, speth, sppyusd]
