/** Credits: `_data/credits` and `credits` of a front matter; a list, or a hash by the asset's path. */
import { type Hash, isHash, isList, rubyToS, type Value } from '../../plugin-api.ts'
import { assetPath } from './asset-paths.ts'
import { lineAt, safeUrl, textAt, urlAt, wrongType } from './fields.ts'
import { licenseOf } from './license.ts'
import type { Credit, CreditKind } from './model.ts'
import { below, type Report } from './problem.ts'

const KINDS: ReadonlySet<string> = new Set([
  'image',
  'icon',
  'font',
  'logo',
  'photo',
  'text',
  'video',
  'audio',
  'other',
])

const KIND_OF_ENDING: Readonly<Record<string, CreditKind>> = {
  svg: 'image',
  png: 'image',
  gif: 'image',
  webp: 'image',
  avif: 'image',
  ico: 'icon',
  jpg: 'photo',
  jpeg: 'photo',
  woff: 'font',
  woff2: 'font',
  ttf: 'font',
  otf: 'font',
  mp4: 'video',
  webm: 'video',
  mp3: 'audio',
  ogg: 'audio',
  opus: 'audio',
  md: 'text',
  txt: 'text',
  pdf: 'text',
}

/** The credits `value` lists. What is not a hash is reported and left out. */
export function creditsOf(value: Value, report: Report): readonly Credit[] {
  if (value === null || value === undefined || value === false) return []
  if (isHash(value)) {
    if (isOne(value)) return [creditOf(value, null, report)]
    return [...value].flatMap(([name, fields]) => oneOf(fields, rubyToS(name), below(report, rubyToS(name))))
  }
  if (isList(value)) return value.flatMap((fields, index) => oneOf(fields, null, below(report, index)))
  report({ ...wrongType('credits', 'a list of credits', value), at: [] })
  return []
}

/** Whether a hash is a credit and not a hash of credits. */
function isOne(value: Hash): boolean {
  return ['asset', 'title', 'author', 'license', 'source'].some((key) => {
    const field = value.get(key)
    return field !== undefined && (key === 'license' || !isHash(field))
  })
}

function oneOf(value: Value, asset: string | null, report: Report): readonly Credit[] {
  if (isHash(value)) {
    const made = creditOf(value, asset, report)
    if (made.asset !== null || made.title !== null || made.author !== null) return [made]
    report({
      code: 'attribution/empty-credit',
      message: 'A credit names neither an asset nor a title nor an author.',
      help: 'write at least `asset` and `author`',
      at: [],
    })
    return []
  }
  report({ ...wrongType('credits', 'a hash with `asset`, `title`, `author`, `license`', value), at: [] })
  return []
}

function creditOf(fields: Hash, key: string | null, report: Report): Credit {
  const written = lineAt(fields, 'asset', report) ?? key
  const asset = written === null ? null : assetPath(written)
  const source = textAt(fields, 'source', report)
  return {
    asset,
    kind: kindOf(fields, asset, report),
    title: lineAt(fields, 'title', report),
    author: lineAt(fields, 'author', report),
    authorUrl: urlAt(fields, 'author_url', report),
    source,
    license: licenseOf(fields.get('license'), report),
    changes: lineAt(fields, 'changes', report),
    url: urlAt(fields, 'url', report) ?? (source === null ? null : safeUrl(source)),
  }
}

function kindOf(fields: Hash, asset: string | null, report: Report): CreditKind {
  const written = lineAt(fields, 'kind', report)?.toLowerCase() ?? null
  if (written !== null && KINDS.has(written)) return written as CreditKind
  if (written !== null)
    report({
      code: 'attribution/unknown-kind',
      message: `'${written}' is not a kind of credit.`,
      help: `the kinds are ${[...KINDS].join(', ')}`,
      at: ['kind'],
    })
  const ending = asset === null ? '' : asset.slice(asset.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(KIND_OF_ENDING, ending) ? (KIND_OF_ENDING[ending] as CreditKind) : 'other'
}

/** The credits by asset; of two for one the first. */
export function byAsset(credits: readonly Credit[]): ReadonlyMap<string, Credit> {
  const map = new Map<string, Credit>()
  for (const credit of credits)
    if (credit.asset !== null && !map.has(credit.asset)) map.set(credit.asset, credit)
  return map
}
