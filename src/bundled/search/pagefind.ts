/** Pagefind, which runs as a program of its own beside the build. Loaded on first use. */
import { importPackage, installedPackage } from '../../base/index.ts'
import type { SearchOptions } from './options.ts'
import type { PackedFile } from './packed-files.ts'
import type { SearchPage } from './page.ts'

/** What the package exports that is used here. */
type Pagefind = Pick<typeof import('pagefind'), 'close' | 'createIndex'>

/** A kept index depends on it. Undefined where Pagefind is neither beside the `site` nor the program. */
export function pagefindVersion(site: string | undefined): string | undefined {
  return installedPackage('pagefind', site)?.version
}

/**
 * The files of an index over `pages`, paths relative to its directory, by Pagefind beside the `site` or the program. Rejects with
 * Pagefind's words, or where it is not installed.
 */
export async function createSearchIndex(
  site: string | undefined,
  pages: readonly SearchPage[],
  { excludeSelectors, rootSelector, forceLanguage, includeCharacters }: SearchOptions,
): Promise<readonly PackedFile[]> {
  const { close, createIndex } = await importPackage<Pagefind>('pagefind', site)
  try {
    const { index, errors } = await createIndex({
      excludeSelectors: [...excludeSelectors],
      ...(rootSelector === undefined ? {} : { rootSelector }),
      ...(forceLanguage === undefined ? {} : { forceLanguage }),
      ...(includeCharacters === undefined ? {} : { includeCharacters }),
    })
    if (index === undefined) throw new Error(errors.join('; '))
    // One after the other: the order is part of the result.
    for (const { url, html } of pages) {
      const added = await index.addHTMLFile({ url, content: html })
      if (added.errors.length > 0) throw new Error(`${url}: ${added.errors.join('; ')}`)
    }
    const made = await index.getFiles()
    if (made.errors.length > 0) throw new Error(made.errors.join('; '))
    return made.files.map((file) =>
      file.path === 'pagefind-entry.json' ? { ...file, content: inOrder(file.content) } : file,
    )
  } finally {
    await close()
  }
}

/** Pagefind writes the languages of a site as they come out of a hash map, otherwise in every run. */
function inOrder(entry: Uint8Array): Uint8Array {
  const read = JSON.parse(Buffer.from(entry).toString('utf8')) as { readonly languages: object }
  const languages = Object.entries(read.languages).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Buffer.from(JSON.stringify({ ...read, languages: Object.fromEntries(languages) }))
}
