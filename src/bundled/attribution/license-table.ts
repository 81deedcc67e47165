/**
 * Licences that sites use, by SPDX identifier: full name, short name, address, one sentence, and what they allow.
 * Creative Commons' are not here: their terms follow from their identifiers.
 */
import type { PhraseName } from '../../plugin-api.ts'

export interface LicenseRow {
  readonly name: string
  readonly short: string
  readonly url: string
  readonly summary: string | null
  /** the sentence, where there is one in every language */
  readonly said: PhraseName | null
  /** changed versions may be published */
  readonly derivatives: boolean
  /** under the same terms only */
  readonly shareAlike: boolean
  readonly commercial: boolean
}

const FREE = { derivatives: true, shareAlike: false, commercial: true } as const
const SHARED = { derivatives: true, shareAlike: true, commercial: true } as const

const NOTICE =
  'You may use, change and share this for any purpose, as long as the copyright notice and the licence stay with it.'
const COPYLEFT =
  'You may use, change and share this for any purpose; what you make of it and pass on must be under the same licence, with its source.'
const WEAK =
  'You may use, change and share this for any purpose; changed versions of these files must stay under the same licence, with their source.'
const PUBLIC = 'public_domain'

const row = (
  name: string,
  short: string,
  url: string,
  summary: string,
  terms: Pick<LicenseRow, 'derivatives' | 'shareAlike' | 'commercial'>,
): LicenseRow =>
  summary === PUBLIC
    ? { name, short, url, summary: null, said: PUBLIC, ...terms }
    : { name, short, url, summary, said: null, ...terms }

const gnu = (
  id: string,
  name: string,
  page: string,
  version: string,
  summary: string,
): [string, LicenseRow][] =>
  ['only', 'or-later'].map((kind) => [
    `${id}-${version}-${kind}`,
    row(
      `${name} version ${version}${kind === 'only' ? '' : ' or later'}`,
      `${id} ${version}${kind === 'only' ? '' : ' or later'}`,
      `https://www.gnu.org/licenses/${page}`,
      summary,
      SHARED,
    ),
  ])

export const LICENSES: ReadonlyMap<string, LicenseRow> = new Map<string, LicenseRow>([
  ['MIT', row('MIT License', 'MIT', 'https://opensource.org/license/mit', NOTICE, FREE)],
  ['ISC', row('ISC License', 'ISC', 'https://opensource.org/license/isc-license-txt', NOTICE, FREE)],
  ['0BSD', row('BSD Zero Clause License', '0BSD', 'https://opensource.org/license/0bsd', PUBLIC, FREE)],
  [
    'BSD-2-Clause',
    row('BSD 2-Clause License', 'BSD 2-Clause', 'https://opensource.org/license/bsd-2-clause', NOTICE, FREE),
  ],
  [
    'BSD-3-Clause',
    row(
      'BSD 3-Clause License',
      'BSD 3-Clause',
      'https://opensource.org/license/bsd-3-clause',
      'You may use, change and share this for any purpose, as long as the copyright notice stays with it and you do not advertise with the authors’ names.',
      FREE,
    ),
  ],
  [
    'Apache-2.0',
    row(
      'Apache License 2.0',
      'Apache 2.0',
      'https://www.apache.org/licenses/LICENSE-2.0',
      'You may use, change and share this for any purpose, as long as the notices stay with it and changed files say so; contributors grant their patents.',
      FREE,
    ),
  ],
  ['MPL-2.0', row('Mozilla Public License 2.0', 'MPL 2.0', 'https://www.mozilla.org/MPL/2.0/', WEAK, SHARED)],
  [
    'EPL-2.0',
    row('Eclipse Public License 2.0', 'EPL 2.0', 'https://www.eclipse.org/legal/epl-2.0/', WEAK, SHARED),
  ],
  [
    'EUPL-1.2',
    row('European Union Public Licence 1.2', 'EUPL 1.2', 'https://eupl.eu/1.2/en/', COPYLEFT, SHARED),
  ],
  ['Zlib', row('zlib License', 'zlib', 'https://www.zlib.net/zlib_license.html', NOTICE, FREE)],
  [
    'BSL-1.0',
    row('Boost Software License 1.0', 'BSL 1.0', 'https://www.boost.org/LICENSE_1_0.txt', NOTICE, FREE),
  ],
  [
    'Artistic-2.0',
    row('Artistic License 2.0', 'Artistic 2.0', 'https://opensource.org/license/artistic-2-0', NOTICE, FREE),
  ],
  ['Unlicense', row('The Unlicense', 'Unlicense', 'https://unlicense.org/', PUBLIC, FREE)],
  ['WTFPL', row('WTFPL', 'WTFPL', 'http://www.wtfpl.net/about/', PUBLIC, FREE)],
  [
    'OFL-1.1',
    row(
      'SIL Open Font License 1.1',
      'OFL 1.1',
      'https://openfontlicense.org/',
      'You may use, change and share these fonts for any purpose, but not sell them by themselves; changed ones stay under the same licence and may need another name.',
      SHARED,
    ),
  ],
  [
    'Ubuntu-font-1.0',
    row(
      'Ubuntu Font Licence 1.0',
      'Ubuntu Font Licence',
      'https://ubuntu.com/legal/font-licence',
      'You may use, change and share these fonts for any purpose; changed ones stay under the same licence and need another name.',
      SHARED,
    ),
  ],
  [
    'GFDL-1.3-only',
    row(
      'GNU Free Documentation License version 1.3',
      'GFDL 1.3',
      'https://www.gnu.org/licenses/fdl-1.3.html',
      COPYLEFT,
      SHARED,
    ),
  ],
  [
    'GFDL-1.3-or-later',
    row(
      'GNU Free Documentation License version 1.3 or later',
      'GFDL 1.3 or later',
      'https://www.gnu.org/licenses/fdl-1.3.html',
      COPYLEFT,
      SHARED,
    ),
  ],
  ...gnu('GPL', 'GNU General Public License', 'old-licenses/gpl-2.0.html', '2.0', COPYLEFT),
  ...gnu('GPL', 'GNU General Public License', 'gpl-3.0.html', '3.0', COPYLEFT),
  ...gnu('LGPL', 'GNU Lesser General Public License', 'old-licenses/lgpl-2.1.html', '2.1', WEAK),
  ...gnu('LGPL', 'GNU Lesser General Public License', 'lgpl-3.0.html', '3.0', WEAK),
  ...gnu(
    'AGPL',
    'GNU Affero General Public License',
    'agpl-3.0.html',
    '3.0',
    'You may use, change and share this for any purpose; who passes on or serves what was made of it must offer the source under the same licence.',
  ),
  [
    'ODbL-1.0',
    row(
      'Open Data Commons Open Database License 1.0',
      'ODbL 1.0',
      'https://opendatacommons.org/licenses/odbl/1-0/',
      'You may use, change and share this data for any purpose, as long as you name the source and keep what you make of it under the same licence.',
      SHARED,
    ),
  ],
  [
    'ODC-By-1.0',
    row(
      'Open Data Commons Attribution License 1.0',
      'ODC-By 1.0',
      'https://opendatacommons.org/licenses/by/1-0/',
      'You may use, change and share this data for any purpose, as long as you name the source.',
      FREE,
    ),
  ],
  [
    'PDDL-1.0',
    row(
      'Open Data Commons Public Domain Dedication 1.0',
      'PDDL 1.0',
      'https://opendatacommons.org/licenses/pddl/1-0/',
      PUBLIC,
      FREE,
    ),
  ],
])
