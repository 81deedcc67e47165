/** Creative Commons licences: their terms, names and addresses follow from their SPDX identifiers. */
import type { LicenseRow } from './license-table.ts'

/** `CC-BY-NC-SA-4.0`, ported versions (`CC-BY-3.0-DE`) too. */
const ID = /^CC-BY(-NC)?(-SA|-ND)?(-SA)?-(\d\.\d)(?:-([A-Z]{2,3}))?$/
const SHARE_ALIKE = 'you share what you make of it under the same licence'

/** What is known of the licence called `id`; undefined when it is none of Creative Commons. */
export function creativeCommons(id: string): LicenseRow | undefined {
  if (id === 'CC0-1.0')
    return {
      name: 'Creative Commons Zero 1.0 Universal',
      short: 'CC0 1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      summary: 'You may use, change and share this for any purpose, with no conditions at all.',
      derivatives: true,
      shareAlike: false,
      commercial: true,
    }
  if (id === 'CC-PDDC')
    return {
      name: 'Creative Commons Public Domain Dedication and Certification',
      short: 'Public domain',
      url: 'https://creativecommons.org/licenses/publicdomain/',
      summary: 'You may use, change and share this for any purpose, with no conditions at all.',
      derivatives: true,
      shareAlike: false,
      commercial: true,
    }
  const match = ID.exec(id)
  if (match === null) return undefined
  const commercial = match[1] === undefined
  const shareAlike = match[2] === '-SA' || match[3] === '-SA'
  const derivatives = match[2] !== '-ND'
  const version = match[4] ?? '4.0'
  const port = match[5]
  const code = `by${commercial ? '' : '-nc'}${shareAlike ? '-sa' : ''}${derivatives ? '' : '-nd'}`
  const parts = [
    'Attribution',
    commercial ? '' : 'NonCommercial',
    shareAlike ? 'ShareAlike' : '',
    derivatives ? '' : 'NoDerivatives',
  ]
  const kind = parts.filter((part) => part !== '').join('-')
  const where =
    port !== undefined
      ? ` ${port}`
      : version === '4.0'
        ? ' International'
        : version === '3.0'
          ? ' Unported'
          : ' Generic'
  return {
    name: `Creative Commons ${kind} ${version}${where}`,
    short: `CC ${code.toUpperCase()} ${version}${port === undefined ? '' : ` ${port}`}`,
    url: `https://creativecommons.org/licenses/${code}/${version}/${port === undefined ? '' : `${port.toLowerCase()}/`}`,
    summary: summaryOf(commercial, derivatives, shareAlike),
    derivatives,
    shareAlike,
    commercial,
  }
}

function summaryOf(commercial: boolean, derivatives: boolean, shareAlike: boolean): string {
  const what = derivatives ? 'share and change this work' : 'share this work unchanged'
  const purpose = commercial ? 'for any purpose, even commercially' : 'for purposes that are not commercial'
  const terms = [
    'you name its author',
    derivatives ? 'say what you changed' : '',
    'link the licence',
    shareAlike ? SHARE_ALIKE : '',
  ]
  const all = terms.filter((term) => term !== '')
  return `You may ${what} ${purpose}, as long as ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`
}
