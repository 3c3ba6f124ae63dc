import type { Figure } from '@/lib/charts/answer/chart-figure'
import type { SizeName } from '@/lib/charts/layout/sizes'
import { renderSvg } from '@/lib/charts/render/svg'
import { StaticHtml } from '../ui/static-html-server'

/** Which window sees which size. The phone's comes first: those on the slowest lines wait for no picture but theirs. */
const seen: Readonly<Record<SizeName, string>> = {
  phone: 'sm:hidden',
  column: 'max-sm:hidden lg:hidden',
  page: 'max-lg:hidden',
}

const names = Object.keys(seen).filter((name): name is SizeName => Object.hasOwn(seen, name))

type StaticChartProps = Pick<Figure, 'layouts'> & { readonly navigated: boolean }

/** The server's SVG for each width of window; the style sheet shows the one that fits. */
export function StaticChart({ layouts, navigated }: StaticChartProps) {
  return names.map((name) => (
    <StaticHtml
      key={name}
      as="div"
      data-frame={name}
      className={`${seen[name]} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
      navigated={navigated}
      html={renderSvg(layouts[name], { theme: 'auto', fontMode: 'web', id: `${layouts[name].slug}-${name}` })}
    />
  ))
}
