/** Answers of the server's own, in our words alone: nothing an upstream said is in them. */
export type Refusal = 400 | 404 | 405 | 414 | 500 | 503

const titles: Readonly<Record<Refusal, readonly [code: string, title: string]>> = {
  400: ['bad-request', 'The request is malformed.'],
  404: ['not-found', 'There is no such path.'],
  405: ['method-not-allowed', 'Only GET and HEAD are answered.'],
  414: ['url-too-long', 'The URL is too long.'],
  500: ['internal', 'The answer could not be made.'],
  503: ['unavailable', 'The answer could not be made in time: try again in a moment.'],
}

export type Answer = { readonly contentType: string; readonly body: Buffer }

/** `application/problem+json` for the API, a plain sentence for everyone else. */
export const refusalBody = (status: Refusal, path: string, detail?: string): Answer => {
  const [code, title] = titles[status]
  if (/^\/(zh-Hant\/)?api(\/|$)/.test(path)) {
    const type = `https://www.rfc-editor.org/rfc/rfc9457#${code}`
    const problem = { type, code, status, title, ...(detail === undefined ? {} : { detail }) }
    return { contentType: 'application/problem+json; charset=utf-8', body: Buffer.from(JSON.stringify(problem)) }
  }
  return { contentType: 'text/plain; charset=utf-8', body: Buffer.from(`${detail ?? title}\n`) }
}
