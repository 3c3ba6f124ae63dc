import { describeFailure } from './redact'

/** What has been printed is remembered up to this many; beyond, new defects are printed no more. */
const mostKept = 200

/** Prints each distinct defect once, however many requests meet it, without what must not be printed. */
export const createReportOnce = (
  print: (text: string) => void,
  secrets: () => readonly string[] = () => [],
): ((error: unknown) => void) => {
  const printed = new Set<string>()
  return (error) => {
    const text = describeFailure(error, secrets())
    if (printed.has(text) || printed.size >= mostKept) return
    printed.add(text)
    print(text)
  }
}
