/** `license:` of a site, a page or a credit: an SPDX identifier, a name, or a hash. */
import { type Hash, isHash, listOf, nearest, type Say, type Value } from '../../plugin-api.ts'
import { creativeCommons } from './creative-commons.ts'
import { booleanAt, lineAt, textAt, urlAt, wrongType } from './fields.ts'
import { LICENSES } from './license-table.ts'
import type { License } from './model.ts'
import { below, type Report } from './problem.ts'
import { SPDX_IDS } from './spdx-ids.ts'

/** Identifiers by their small letters: SPDX compares without regard to case. */
const BY_SMALL: ReadonlyMap<string, string> = new Map(SPDX_IDS.map((id) => [id.toLowerCase(), id]))

/** What nobody may use without asking. */
const RESERVED: ReadonlySet<string> = new Set([
  'all-rights-reserved',
  'all rights reserved',
  'copyright',
  'proprietary',
])
const NONE: ReadonlySet<string> = new Set(['none', 'no', '-'])

/** The licence `value` means, or null where there is none. Unknown names are kept as they are, and told. */
export function licenseOf(value: Value, report: Report): License | null {
  if (value === null || value === undefined || value === false || value === '') return null
  if (isHash(value)) return fromHash(value, report)
  if (typeof value === 'string') return fromText(value.trim(), report)
  report(wrongType('license', 'an SPDX identifier or a hash with `name` and `url`', value))
  return null
}

function fromText(text: string, report: Report): License | null {
  const small = text.toLowerCase()
  if (text === '' || NONE.has(small)) return null
  if (RESERVED.has(small))
    return {
      ...named('All rights reserved'),
      said: 'all_rights',
      derivatives: false,
      commercial: false,
    }
  const id = spdxId(text)
  if (id !== undefined) return known(id)
  report(unknownLicense(text, 'license'))
  return named(text)
}

function fromHash(fields: Hash, report: Report): License | null {
  const inside = below(report, 'license')
  const written = lineAt(fields, 'id', inside) ?? lineAt(fields, 'spdx', inside)
  const id = written === null ? undefined : spdxId(written)
  if (written !== null && id === undefined) inside(unknownLicense(written, 'id'))
  const name = lineAt(fields, 'name', inside)
  const text = textAt(fields, 'text', inside)
  if (written === null && name === null && text === null && !fields.has('url')) return null
  const byName = name === null ? undefined : spdxId(name)
  const base =
    id !== undefined
      ? known(id)
      : byName !== undefined
        ? known(byName)
        : named(name ?? written ?? 'the site’s own terms')
  return {
    ...base,
    name: id === undefined ? base.name : (name ?? base.name),
    short: lineAt(fields, 'short', inside) ?? base.short,
    url: urlAt(fields, 'url', inside) ?? base.url,
    summary: lineAt(fields, 'summary', inside) ?? base.summary,
    text,
    derivatives: booleanAt(fields, 'derivatives') ?? base.derivatives,
    shareAlike: booleanAt(fields, 'share_alike') ?? base.shareAlike,
    commercial: booleanAt(fields, 'commercial') ?? base.commercial,
    excludes: listOf(fields.get('excludes')).flatMap((item) => (typeof item === 'string' ? [item] : [])),
  }
}

/** The identifier in the list's spelling; an expression (`MIT OR Apache-2.0`) when all its parts are known. */
function spdxId(text: string): string | undefined {
  const whole = BY_SMALL.get(text.toLowerCase())
  if (whole !== undefined) return whole
  if (/^(?:LicenseRef|DocumentRef)-[\w.:-]+$/.test(text)) return text
  const words = text.replace(/[()]/g, ' ').trim().split(/\s+/)
  if (words.length < 3 || words.length % 2 === 0) return undefined
  const parts = words.map((word, index) => {
    if (index % 2 === 1) return /^(?:AND|OR|WITH)$/.test(word) ? word : undefined
    if (words[index - 1] === 'WITH') return word
    return BY_SMALL.get(word.toLowerCase())
  })
  return parts.includes(undefined) ? undefined : text
}

function known(id: string): License {
  const row = LICENSES.get(id) ?? creativeCommons(id)
  if (row !== undefined) return { id, text: null, excludes: [], ...row }
  const single = BY_SMALL.has(id.toLowerCase())
  return { ...named(id), id, url: single ? `https://spdx.org/licenses/${id}.html` : null }
}

function named(name: string): License {
  return {
    id: null,
    name,
    short: name,
    url: null,
    summary: null,
    said: null,
    text: null,
    derivatives: null,
    shareAlike: null,
    commercial: null,
    excludes: NO_EXCLUDES,
  }
}

const NO_EXCLUDES: readonly string[] = []

function unknownLicense(text: string, key: string): Parameters<Report>[0] {
  const near = nearestLicense(text)
  return {
    code: 'attribution/unknown-license',
    message: `'${text}' is not an SPDX identifier of a licence.`,
    help:
      near === undefined
        ? 'take one from https://spdx.org/licenses/, or write a hash with `name`, `url` and `text`'
        : `did you mean '${near}'?`,
    at: [key],
  }
}

/** The identifier that `text` most likely means: `CC BY 4.0`, `GPLv3`, `Apache 2`, a slip of the finger. */
function nearestLicense(text: string): string | undefined {
  const small = text
    .toLowerCase()
    .replace(/^(?:the|creative commons)\s+/, '')
    .replace(/\s+licen[cs]e\b/, '')
  const dashed = small.replace(/[\s_/]+/g, '-')
  const gnu = /^(a|l)?gpl-?v?(\d)(?:\.(\d))?(?:-?(?:\+|or-later))?$/.exec(dashed)
  if (gnu !== null) {
    const later = /\+$|or-later$/.test(dashed) ? 'or-later' : 'only'
    return BY_SMALL.get(`${gnu[1] ?? ''}gpl-${gnu[2]}.${gnu[3] ?? '0'}-${later}`)
  }
  for (const guess of [
    dashed,
    `cc-${dashed}`,
    `${dashed}.0`,
    `${dashed}-4.0`,
    `cc-${dashed}-4.0`,
    `${dashed}-1.0`,
    `${dashed}-2.0`,
  ]) {
    const id = BY_SMALL.get(guess)
    if (id !== undefined) return id
  }
  const near = text.length > 60 ? undefined : nearest(dashed, [...BY_SMALL.keys()])
  return near === undefined ? undefined : BY_SMALL.get(near)
}

/** The licence in one sentence. */
export function summaryOf(license: License, say: Say): string {
  if (license.summary !== null) return license.summary
  if (license.said !== null) return say(license.said)
  return say('under_terms', license.id === null && license.text !== null ? say('terms_below') : license.short)
}
