/** The credit line as HTML, every part escaped. */
import { escapeHtml } from '../../../plugin-api.ts'
import type { CitedWork } from '../work.ts'
import { creditLine } from './credit-line.ts'

export function citeHtml(work: CitedWork): string {
  const link = (text: string, url: string | null, rel: string): string =>
    url === null
      ? escapeHtml(text)
      : `<a${rel === '' ? '' : ` rel="${rel}"`} href="${escapeHtml(url)}">${escapeHtml(text)}</a>`
  return creditLine(work, {
    title: (text, url) => `<cite>${link(text, url, '')}</cite>`,
    link,
    plain: escapeHtml,
    license: (short, url) => link(short, url === null ? null : work.absolute(url), 'license'),
    address: () => '',
  })
}
