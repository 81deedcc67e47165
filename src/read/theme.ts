/**
 * A theme, given as a directory: its layouts, includes, data and assets stand in where the site has none of that name.
 * Finding a theme's directory is not the reader's business.
 */
import { isHash, type Value } from '../base/index.ts'
import { diskTree, type FileTree } from '../files/index.ts'
import {
  deepMerge,
  type Include,
  type Layout,
  type Page,
  type StaticFile,
  type Theme,
} from '../site/index.ts'
import { copiedFile, type ReadContext } from './context.ts'
import { readData } from './data.ts'
import { entryFilter } from './entry-filter.ts'
import { HEADER_LENGTH, hasHeader } from './front-matter.ts'
import { readIncludes } from './includes.ts'
import { readLayouts } from './layouts.ts'
import { readPage } from './pages.ts'
import { staticFile } from './static-files.ts'
import { filesBelow } from './walk.ts'

/** A theme and where it is read from. */
export interface ThemeSource extends Theme {
  readonly tree: FileTree
  /** plugins its gem depends on, which Jekyll loads with it */
  readonly plugins: readonly string[]
  /** a folder that the configuration or a Gemfile names, `vendor/`, the program, an npm package, a gem, the cache */
  readonly from: 'folder' | 'vendor' | 'program' | 'package' | 'gem' | 'fetched'
}

interface ThemeOptions extends Partial<Pick<ThemeSource, 'plugins' | 'from' | 'details'>> {
  /** whether nothing outside of the theme may be read */
  readonly safe: boolean
}

/** The theme `name` in the directory `root`. */
export function themeIn(
  name: string,
  root: string,
  { safe, plugins = [], from = 'folder', details }: ThemeOptions,
): ThemeSource {
  const tree = diskTree(root, { fenced: safe, of: 'theme' })
  return { name, root: tree.root, tree, plugins, from, details }
}

/** A theme's directories have fixed names, whatever the site calls its own. */
const DIRECTORIES = {
  layoutsDir: '_layouts',
  includesDir: '_includes',
  dataDir: '_data',
  collectionsDir: '',
} as const

/** What a theme holds, apart from its Sass, which is found when a stylesheet asks for it. */
export interface ThemeParts {
  readonly layouts: ReadonlyMap<string, Layout>
  readonly includes: ReadonlyMap<string, Include>
  readonly data: Value
  readonly pages: readonly Page[]
  readonly staticFiles: readonly StaticFile[]
}

/** Reads a theme. Links among its assets are left out, with a warning. */
export function readTheme(ctx: ReadContext, theme: ThemeSource): ThemeParts {
  const config = { ...ctx.config, ...DIRECTORIES }
  const inTheme: ReadContext = {
    ...ctx,
    config,
    tree: theme.tree,
    origin: 'theme',
    filter: entryFilter(theme.tree, config),
  }
  const pages: Page[] = []
  const staticFiles: StaticFile[] = []
  for (const { path, link } of filesBelow(inTheme, 'assets', true)) {
    const full = `assets/${path}`
    if (link) ignoredLink(inTheme, full)
    else if (hasHeader(theme.tree.head(full, HEADER_LENGTH))) {
      const page = readPage(inTheme, full)
      if (page !== null) pages.push(page)
    } else staticFiles.push(staticFile(inTheme, copiedFile(inTheme, full)))
  }
  return {
    layouts: readLayouts(inTheme),
    includes: readIncludes(inTheme),
    data: readData(inTheme),
    pages,
    staticFiles,
  }
}

function ignoredLink(ctx: ReadContext, path: string): void {
  ctx.diagnostics.push({
    code: 'read/theme-link',
    severity: 'warning',
    topic: 'Theme reader:',
    message: `Ignored symlinked asset: ${ctx.tree.root}/${path}`,
    trail: [],
  })
}

/** The site's entries, and the theme's whose names the site does not use. */
export function overTheme<T>(
  site: ReadonlyMap<string, T>,
  theme: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const all = new Map(site)
  for (const [name, item] of theme) if (!all.has(name)) all.set(name, item)
  return all
}

/** The theme's files whose path the site does not have. */
export function missing<T extends Page | StaticFile>(site: readonly T[], theme: readonly T[]): readonly T[] {
  const paths = new Set(site.map((item) => item.file.path))
  return theme.filter((item) => !paths.has(item.file.path))
}

/** The site's data over the theme's, hash by hash. */
export function dataOverTheme(site: Value, theme: Value): Value {
  return isHash(site) && isHash(theme) ? deepMerge(theme, site) : site
}
