/** The credit line as plain text. */
import type { Work } from '../work.ts'
import { creditLine } from './credit-line.ts'

export function citeText(work: Work): string {
  return creditLine(work, {
    title: (text) => `“${text}”`,
    link: (text) => text,
    plain: (text) => text,
    license: (short, url) => (url === null ? short : `${short} (${work.absolute(url)})`),
    address: (url) => url,
  })
}
