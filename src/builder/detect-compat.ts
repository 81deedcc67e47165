/** Finds out from a site's Gemfile that it is built for GitHub Pages. */
import path from 'node:path'
import type { Compat } from '../site/index.ts'
import { readText } from './read-text.ts'

/** `gem "github-pages"` in any of Ruby's ways to write it, at the start of a line; a comment is none. */
const PAGES_GEM = /^[ \t]*gem[ \t(]+["']github-pages["']/m

/** `github-pages` when the Gemfile in `source` has that gem, which brings Jekyll 3.10 with it. */
export function compatOfGemfile(source: string): Compat | undefined {
  return PAGES_GEM.test(readText(path.join(source, 'Gemfile')) ?? '') ? 'github-pages' : undefined
}
