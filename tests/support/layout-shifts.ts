import type { Page } from 'playwright-core'

/** Runs in a page: keeps how far anything moves, from now on or, `buffered`, from the page's beginning. */
export const recordShifts = (buffered: boolean) => {
  const moved: number[] = []
  Reflect.set(window, 'moved', moved)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) moved.push(Number(Reflect.get(entry, 'value')))
  }).observe({ type: 'layout-shift', buffered })
}

/** What was kept, as Chromium scores it: together 0.1 is where it begins to be poor. */
export const shiftsOf = (page: Page): Promise<readonly number[]> => page.evaluate(() => Reflect.get(window, 'moved'))
