import type { FrameName } from '@/lib/charts/layout/sizes'
import { paintSvg } from '@/lib/charts/render/svg'
import { StaticHtml } from '../ui/static-html-server'
import type { DrawnChart } from './drawing'

/** Which window sees which frame. The phone's comes first: those on the slowest lines wait for no picture but theirs. */
const seen: Readonly<Record<FrameName, string>> = {
  phone: 'sm:hidden',
  column: 'max-sm:hidden lg:hidden',
  page: 'max-lg:hidden',
}

const names = Object.keys(seen).filter((name): name is FrameName => Object.hasOwn(seen, name))

type PaintedProps = Pick<DrawnChart, 'models'> & { readonly navigated: boolean }

/** The server's SVG, painted for each width of window; the style sheet shows the one that fits. */
export function Painted({ models, navigated }: PaintedProps) {
  return names.map((name) => (
    <StaticHtml
      key={name}
      as="div"
      data-frame={name}
      className={`${seen[name]} [&>svg]:block [&>svg]:h-auto [&>svg]:w-full`}
      navigated={navigated}
      html={paintSvg(models[name], { theme: 'auto', fontMode: 'web', id: `${models[name].slug}-${name}` })}
    />
  ))
}
