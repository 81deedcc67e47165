/**
 * Search in the reader's browser: after the build Pagefind reads the finished pages and writes an index in small parts
 * below `/pagefind/`, from static files and with no service. A theme brings the form that uses it. Whirl's own;
 * https://pagefind.app
 */
import {
  definePlugin,
  type FinishContext,
  type FinishedFile,
  isHash,
  packagesOf,
  type Site,
  sha256,
} from '../../plugin-api.ts'
import { SETTINGS, searchOptions } from './options.ts'
import { pack, unpack } from './packed-files.ts'
import type { SearchPage } from './page.ts'

const NAME = 'search'

/** What Pagefind writes for its own search boxes; a theme brings its own. */
const INTERFACE = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b/

/** Pages in the order of their paths; front matter's `search: false` leaves one out, and so does a 404 page. */
function pagesOf(site: Site, outputs: ReadonlyMap<string, string>): readonly SearchPage[] {
  const pages: SearchPage[] = []
  for (const doc of site.renderables.values()) {
    if (!doc.outputPath.endsWith('.html') || doc.data.get('search') === false) continue
    const html = outputs.get(doc.outputPath)
    if (html === undefined || doc.outputPath === '404.html' || isRedirect(doc.data.get('redirect'))) continue
    pages.push({ url: doc.url.replace(/\/index\.html$/, '/'), html })
  }
  return pages.sort((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))
}

function isRedirect(value: unknown): boolean {
  return isHash(value)
}

async function writeIndex(site: Site, ctx: FinishContext): Promise<readonly FinishedFile[]> {
  const options = searchOptions(site.config)
  if (options === undefined) return []
  const pages = pagesOf(site, ctx.outputs)
  const { createSearchIndex, pagefindVersion } = await import('./pagefind.ts')
  const packages = packagesOf(site.config)
  const version = pagefindVersion(packages) ?? ''
  const digest = sha256(
    JSON.stringify([1, version, options, pages.map(({ url, html }) => [url, sha256(html)])]),
  )
  const kept = ctx.cache.get(NAME)
  const known = kept === undefined ? undefined : unpack(kept, digest)
  if (known !== undefined) return known
  try {
    const made = await createSearchIndex(packages, pages, options)
    const files = made
      .filter(({ path }) => !INTERFACE.test(path))
      .map(({ path, content }) => ({ path: `pagefind/${path}`, content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
    ctx.cache.put(NAME, pack(files, digest))
    return files
  } catch (error) {
    if (isNotInstalled(error)) throw error
    ctx.warn({
      code: 'search/unavailable',
      severity: 'warning',
      message: `The search index is left out: ${error instanceof Error ? error.message : String(error)}`,
      help: 'Pagefind has no program for this system, or npm left it out; `search: false` builds without it',
      trail: [],
    })
    return []
  }
}

/** Pagefind itself, not its program for this system, which no install brings where there is none. */
function isNotInstalled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
}

export const search = definePlugin({
  name: NAME,
  priority: 'lowest',
  settings: SETTINGS,
  needs: (config) => (searchOptions(config) === undefined ? [] : ['pagefind']),
  finish: writeIndex,
})
