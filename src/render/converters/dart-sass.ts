/**
 * Sass as jekyll-sass-converter 3 prints it: what the newest Dart Sass says, to the byte. The only file that knows its
 * package, which asks a compiler that is a process of its own; that starts where there will be style sheets.
 */
import type { Compiler, Exception, Importer, StringOptions } from 'sass-embedded'
import { basename, cleanPath, dirname, joinPath, relativePath, requirePackage } from '../../base/index.ts'
import type { Page, Site } from '../../site/index.ts'
import { ConversionError } from '../failure.ts'
import type { SassSettings } from '../settings/sass.ts'
import type { ConversionContext, FileAccess } from '../types.ts'
import { resolveStyle } from './dart-sass-files.ts'
import { pathOf, sassFault } from './sass-fault.ts'
import { loggerFor } from './sass-logger.ts'
import type { SassCompilers } from './sass-process.ts'

type DartSass = typeof import('sass-embedded')
type Options = StringOptions<'sync'>
export type SassSyntax = 'scss' | 'indented'

interface NewestSass {
  compile(text: string, syntax: SassSyntax, context: ConversionContext): string
  /** To be called where there will be something to compile. */
  start(): void
}

/** What turns the style sheets of `site` into CSS. */
export function createDartSass(
  site: Site,
  files: FileAccess,
  settings: SassSettings,
  compilers: SassCompilers,
): NewestSass {
  let loaded: DartSass | undefined
  const load = (): DartSass => (loaded ??= loadDartSass())
  const compile: NewestSass['compile'] = (text, syntax, context) => {
    const { document } = context
    const page = document?.kind === 'page' ? document : undefined
    // A theme's page stands as if it were the site's own.
    const at = page === undefined ? undefined : joinPath(site.config.source, page.file.path)
    const options: Options = {
      syntax,
      style: settings.compressed ? 'compressed' : 'expanded',
      // Only a page is a whole file: what a filter prints stands in the middle of one.
      charset: page !== undefined,
      importers: [importer(files, settings.loadPaths)],
      ...(at === undefined ? {} : { url: fileUrl(at), importer: importer(files, []) }),
      sourceMap: page !== undefined && settings.sourceMaps,
      sourceMapIncludeSources: true,
      quietDeps: settings.quietDependencies,
      verbose: settings.verbose,
      silenceDeprecations: [...settings.silencedDeprecations] as NonNullable<Options['silenceDeprecations']>,
      fatalDeprecations: [...settings.fatalDeprecations] as NonNullable<Options['fatalDeprecations']>,
      futureDeprecations: [...settings.futureDeprecations] as NonNullable<Options['futureDeprecations']>,
      logger: loggerFor(site, text, context, at),
    }
    const sass = load()
    const { compiler, failed, giveBack } = compilers.lend(sass)
    try {
      const { css, sourceMap } = compiler.compileString(text, options)
      return page === undefined || at === undefined || sourceMap === undefined
        ? css
        : withSourceMap(css, sourceMap, page, at, settings.compressed, context)
    } catch (error) {
      // Anything else is of the compiler itself: a system without one, or one that ended.
      if (!(error instanceof sass.Exception)) throw failed(error) ?? cannotRun(error)
      const { sassMessage, span } = error as Exception
      const message = sassMessage.replaceAll(/\s+/g, ' ')
      throw sassFault(message, span, { site, files, text, given: text, context, main: at })
    } finally {
      giveBack()
    }
  }
  return { compile, start: () => compilers.startEarly(load) }
}

function loadDartSass(): DartSass {
  try {
    return requirePackage<DartSass>('sass-embedded')
  } catch (error) {
    throw cannotRun(error)
  }
}

function cannotRun(error: unknown): ConversionError {
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
  return new ConversionError(
    `Dart Sass cannot be run: ${reason}`,
    undefined,
    'install whirl-blog anew with its optional dependencies (npm leaves them out with `--omit=optional`), or build with `compat: { jekyll-sass-converter: "2.2" }`',
  )
}

/** Finds style sheets beside the file that asks (as `file:` urls) and along `loadPaths`. */
function importer(files: FileAccess, loadPaths: readonly string[]): Importer<'sync'> {
  return {
    canonicalize(name, { fromImport }) {
      const wanted = name.startsWith('file:')
        ? [pathOf(new URL(name))]
        : loadPaths.map((folder) => joinPath(folder, decodeURI(name)))
      for (const path of wanted) {
        const found = resolveStyle(files, path, fromImport)
        if (found.length > 1) throw new AmbiguousImport(found)
        if (found[0] !== undefined) return fileUrl(found[0])
      }
      return null
    },
    load(url) {
      const contents = files.readText(pathOf(url))
      return contents === undefined ? null : { contents, syntax: syntaxOf(url.pathname), sourceMapUrl: url }
    },
  }
}

/** Sass shows what an importer throws as text, its kind in front: this one has none, as where Sass reads the disk itself. */
class AmbiguousImport extends Error {
  constructor(paths: readonly string[]) {
    super(`It's not clear which file to import. Found:\n${paths.map((path) => `  ${path}`).join('\n')}`)
  }

  override toString(): string {
    return this.message
  }
}

function syntaxOf(path: string): 'scss' | 'indented' | 'css' {
  if (path.endsWith('.sass')) return 'indented'
  return path.endsWith('.css') ? 'css' : 'scss'
}

type SourceMap = NonNullable<ReturnType<Compiler['compileString']>['sourceMap']>

/** `css` with the comment that names its map, which becomes a file beside it. */
function withSourceMap(
  css: string,
  { sources, names, mappings, sourcesContent }: SourceMap,
  page: Page,
  at: string,
  compressed: boolean,
  { addFile }: ConversionContext,
): string {
  const name = `${basename(page.file.path).replace(/\.[^.]*$/, '')}.css`
  const file = asUrl(name)
  const folder = asUrl(dirname(at))
  addFile({
    outputPath: cleanPath(joinPath(dirname(page.outputPath), `${name}.map`)),
    // Keys in the converter's order.
    text: JSON.stringify({
      version: 3,
      sourceRoot: '',
      sources: sources.map((source) => relativePath(folder, source.replace(/^file:\/\//, ''))),
      names,
      mappings,
      sourcesContent,
      file,
    }),
  })
  return `${css}${compressed ? '' : '\n\n'}/*# sourceMappingURL=${file}.map */`
}

function fileUrl(path: string): URL {
  return new URL(`file://${asUrl(path)}`)
}

/** A path as it stands in a url: what may be there stays as it is. */
function asUrl(path: string): string {
  return encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')
}
