/** Finds out from a site's Gemfile that it is built for GitHub Pages. */
import fs from 'node:fs'
import path from 'node:path'
import type { Compat } from '../site/index.ts'

/** `gem "github-pages"` in any of Ruby's ways to write it, at the start of a line; a comment is none. */
const PAGES_GEM = /^[ \t]*gem[ \t(]+["']github-pages["']/m

/** `github-pages` when the Gemfile in `source` has that gem, which brings Jekyll 3.10 with it. */
export function compatOfGemfile(source: string): Compat | undefined {
  let text: string
  try {
    text = fs.readFileSync(path.join(source, 'Gemfile'), 'utf8')
  } catch {
    return undefined
  }
  return PAGES_GEM.test(text) ? 'github-pages' : undefined
}
