type Theme = 'light' | 'dark'

const system = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

/** Turns to the other theme and answers it; a choice equal to the system's is forgotten, so that it follows again. */
export function switchTheme(): Theme {
  const { dataset } = document.documentElement
  const next: Theme = (dataset.theme ?? system()) === 'dark' ? 'light' : 'dark'
  dataset.theme = next
  try {
    if (next === system()) localStorage.removeItem('theme')
    else localStorage.setItem('theme', next)
  } catch {
    // Storage can be forbidden: the choice then holds for this page alone.
  }
  return next
}
