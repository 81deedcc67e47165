/** A name for what all shards of a build are made of, and for each part of it. */
import { dataText, digest } from '../../base/index.ts'
import { createFacts, Digests, nothingRendered, type Shared } from '../../render/index.ts'
import type { Site } from '../../site/index.ts'
import { settingTexts } from '../kept/settings-key.ts'

/** A digest of each part, by what people call it: the path of a file, a setting. Parts that cannot be told have none. */
export type Parts = Readonly<Record<string, string>>

/** Says that two parts differ, no more. */
const DIGEST_LENGTH = 12

/**
 * The parts of the site's state: its documents, layouts, includes, data and the files it copies. When files were changed, and
 * what time it is, differs between machines that build one state: results that show it hold where they do.
 */
export function siteParts(site: Site, shared: Shared): Parts {
  const facts = createFacts(shared, new Digests())
  const before = nothingRendered()
  const now = (kind: string, what = ''): string | null => facts.now(`${kind}:${what}`, before)
  return shortened([
    ...[...site.renderables].map(([id, doc]) => [id, facts.own(doc)] as const),
    ...[...site.layouts].map(([name, { file }]) => [file.path, now('layout', name)] as const),
    ...[...site.includes].map(([name, { path }]) => [path, now('include', name)] as const),
    ...site.staticFiles.map(
      ({ outputPath, file }) => [file.path, dataText([outputPath, file.size])] as const,
    ),
    ['the data', now('data')],
    ...[...site.collections.keys()].map(
      (label) => [`the order of ${label}`, now('documents', label)] as const,
    ),
    ['the order of pages', now('pages')],
  ])
}

/** The settings, and the theme. */
export function settingParts(site: Site): Parts {
  return shortened([...settingTexts(site), ['the theme', dataText(site.theme)]])
}

function shortened(parts: readonly (readonly [string, string | null | undefined])[]): Parts {
  const told = parts.map(([name, text]) => [name, digest(text ?? '').slice(0, DIGEST_LENGTH)] as const)
  return Object.fromEntries(told)
}

/** Names a state of the site. */
export function nameOfParts(parts: Parts): string {
  return digest(JSON.stringify(parts))
}

/** What differs between the two, the first few: ` (_layouts/post.html, a.md and 3 more)`; nothing where no part does. */
export function shownDifference(one: Parts, other: Parts): string {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  // Files before the lists that are others because of them.
  const different = names
    .filter((name) => one[name] !== other[name])
    .sort((a, b) => Number(isOfSeveral(a)) - Number(isOfSeveral(b)))
  if (different.length === 0) return ''
  const more = different.length - SHOWN
  return ` (${different.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''})`
}

function isOfSeveral(name: string): boolean {
  return name.startsWith('the ')
}

/** So many are named. */
const SHOWN = 3
