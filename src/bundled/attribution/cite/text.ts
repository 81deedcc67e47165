/** The credit line as plain text. */
import type { CitedWork } from '../work.ts'
import { creditLine } from './credit-line.ts'

export function citeText(work: CitedWork): string {
  return creditLine(work, {
    title: (text) => work.tongue.say('quoted', text),
    link: (text) => text,
    plain: (text) => text,
    license: (short, url) => (url === null ? short : `${short} (${work.absolute(url)})`),
    address: (url) => url,
  })
}
