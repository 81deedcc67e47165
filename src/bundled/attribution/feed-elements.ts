/** What an Atom feed says of an entry's people and rights (RFC 4287, 4.2.1 and 4.2.10). */
import { escapeXmlAttribute, escapeXmlText } from '../../plugin-api.ts'
import { rightsText } from './rights.ts'
import type { CitedWork } from './work.ts'

/** An `author` for each author; '' when none is known. */
export function atomAuthors(work: CitedWork): string {
  return work.attribution.authors
    .map(({ name, url, email }) => {
      const uri = url === null ? '' : `<uri>${xml(work.absolute(url))}</uri>`
      return `<author><name>${xml(name)}</name>${uri}${email === null ? '' : `<email>${xml(email)}</email>`}</author>`
    })
    .join('')
}

/** `rights` and, where the licence has an address, a link to it (RFC 4946). */
export function atomRights(work: CitedWork): string {
  const text = rightsText(work)
  const url = work.attribution.license?.url
  const link =
    url === null || url === undefined ? '' : `<link rel="license" href="${attribute(work.absolute(url))}" />`
  return `${text === null ? '' : `<rights>${xml(text)}</rights>`}${link}`
}

/** Text without the control characters XML has no place for. */
function xml(text: string): string {
  return escapeXmlText(clean(text))
}

function attribute(text: string): string {
  return escapeXmlAttribute(clean(text))
}

function clean(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
}
