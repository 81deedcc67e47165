/** Creative Commons licences: their terms, names and addresses follow from their SPDX identifiers. */
import type { PhraseName } from '../../plugin-api.ts'
import type { LicenseRow } from './license-table.ts'

/** `CC-BY-NC-SA-4.0`, ported versions (`CC-BY-3.0-DE`) too. */
const ID = /^CC-BY(-NC)?(-SA|-ND)?(-SA)?-(\d\.\d)(?:-([A-Z]{2,3}))?$/

/** What is known of the licence called `id`; undefined when it is none of Creative Commons. */
export function creativeCommons(id: string): LicenseRow | undefined {
  if (id === 'CC0-1.0')
    return {
      name: 'Creative Commons Zero 1.0 Universal',
      short: 'CC0 1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      summary: null,
      said: 'public_domain',
      derivatives: true,
      shareAlike: false,
      commercial: true,
    }
  if (id === 'CC-PDDC')
    return {
      name: 'Creative Commons Public Domain Dedication and Certification',
      short: 'Public domain',
      url: 'https://creativecommons.org/licenses/publicdomain/',
      summary: null,
      said: 'public_domain',
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
    summary: null,
    said: saidOf(commercial, derivatives, shareAlike),
    derivatives,
    shareAlike,
    commercial,
  }
}

function saidOf(commercial: boolean, derivatives: boolean, shareAlike: boolean): PhraseName {
  if (commercial) return derivatives ? (shareAlike ? 'cc_by_sa' : 'cc_by') : 'cc_by_nd'
  return derivatives ? (shareAlike ? 'cc_by_nc_sa' : 'cc_by_nc') : 'cc_by_nc_nd'
}
