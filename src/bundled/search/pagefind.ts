/** Pagefind, which runs as a program of its own beside the build. Loaded on first use. */

import type { SearchOptions } from './options.ts'
import type { PackedFile } from './packed-files.ts'
import type { SearchPage } from './page.ts'

/** Part of what a kept index depends on: the version that package.json pins. */
export const PAGEFIND_VERSION = '1.5.2'

/** The files of an index over `pages`, paths relative to its directory. Rejects with Pagefind's words. */
export async function createSearchIndex(
  pages: readonly SearchPage[],
  { excludeSelectors, rootSelector, forceLanguage, includeCharacters }: SearchOptions,
): Promise<readonly PackedFile[]> {
  // Not a static import: the bundled command is CommonJS, and Pagefind is a module only.
  const { close, createIndex } = await import('pagefind')
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
    return made.files
  } finally {
    await close()
  }
}
