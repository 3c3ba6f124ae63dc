import { pageDefinition, pageNames, paramShapes } from '../pages'
import type { Route } from './route'

/** A page's path as a pattern of paths without their language. */
const patternOf = (path: string): RegExp => {
  const segments = path
    .split('/')
    .slice(1)
    .map((segment) => {
      if (segment.startsWith('[...')) return '.*'
      return segment.startsWith('[') ? '[^/]+' : segment
    })
  return new RegExp(`^/${segments.join('/')}$`)
}

const shapesOf = (params: readonly string[]): NonNullable<Route['shapes']> =>
  Object.fromEntries(Object.entries(paramShapes).filter(([name]) => params.includes(name)))

/** The routes of all pages in the manifest's order. */
export const pageRoutes: readonly Route[] = pageNames.map((name) => {
  const { path, params = [], cache = 'page', unbounded } = pageDefinition(name)
  return { path: patternOf(path), kind: cache, params, shapes: shapesOf(params), ...(unbounded ? { unbounded } : {}) }
})
