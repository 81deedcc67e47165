/** Sass as Jekyll's older converters print it, through Dart Sass 1.78. */
import { BuildError, basename, extname, joinPath, relativePath } from '../../base/index.ts'
import type { Page, Site } from '../../site/index.ts'
import { ConversionError } from '../failure.ts'
import { type SassSettings, sassSettings } from '../settings/sass.ts'
import type { ConversionContext, Converter, FileAccess, ResultStore } from '../types.ts'
import { keepCalcText } from './calc-text.ts'
import { compactLayout } from './compact-layout.ts'
import { partCompoundExtends } from './compound-extends.ts'
import { keepImports } from './compressed-rules.ts'
import { createDartSass, type SassSyntax } from './dart-sass.ts'
import { evenIndentation } from './even-indentation.ts'
import { hideLaterRules, showLaterRules } from './later-rules.ts'
import { libsassMessage } from './libsass-message.ts'
import { libsassStyle } from './libsass-style.ts'
import { spaceMediaQueries } from './media-text.ts'
import { closeOpenSelectors } from './open-selectors.ts'
import { rubyCompressed } from './ruby-compressed.ts'
import {
  createSass178,
  type Sass178,
  type Sass178Importer,
  type Sass178Options,
  SassMistake,
} from './sass-1-78.ts'
import { sassFault } from './sass-fault.ts'
import { findStyle } from './sass-importer.ts'
import { loggerFor } from './sass-logger.ts'
import { sassMemory } from './sass-memory.ts'
import type { SassCompilers } from './sass-process.ts'
import { moveMappings } from './source-map.ts'
import { keepStaticLines, keepStaticValues, withoutMarks } from './static-values.ts'

interface Compiler {
  readonly site: Site
  readonly files: FileAccess
  readonly settings: SassSettings
  readonly compile: Sass178['compile']
}

/** The converters for `.scss` and `.sass`. */
export function createSass(
  site: Site,
  files: FileAccess,
  settings: SassSettings,
  compilers: SassCompilers,
  results?: ResultStore,
): readonly Converter[] {
  const told = withFirstFault(files)
  const memory = sassMemory(told.files, () => compilers.isAhead, results)
  const { reference, source } = site.config
  const { converters, start } =
    reference.sass === 'dart-sass'
      ? newestConverters(site, memory.files, settings, compilers)
      : olderConverters(site, memory.files, settings, compilers)
  const isSheet = ({ file }: Page): boolean => converters.some(({ matches }) => matches(extname(file.path)))
  if (settings.fault === undefined && site.pages.some(isSheet) && memory.isNew(source)) start()
  return converters.map((converter) => ({
    ...converter,
    convert: (text, context) => {
      if (settings.fault !== undefined) throw new BuildError([settings.fault])
      return told.orFault(() =>
        memory.keep([converter.name, reference.sass, source, settings], text, context, converter.convert),
      )
    },
  }))
}

/**
 * `files`, and what runs a compiler that asks for them: what stops the build while a file is read is thrown as it is, where
 * Sass makes a text of it.
 */
function withFirstFault(files: FileAccess): {
  readonly files: FileAccess
  orFault<T>(run: () => T): T
} {
  let fault: BuildError | undefined
  return {
    files: {
      ...files,
      readText(path, folder) {
        try {
          return files.readText(path, folder)
        } catch (error) {
          if (error instanceof BuildError) fault ??= error
          throw error
        }
      },
    },
    orFault(run) {
      const before = fault
      fault = undefined
      try {
        return run()
      } catch (error) {
        throw fault ?? error
      } finally {
        fault = before
      }
    },
  }
}

interface SassConverters {
  readonly converters: readonly [Converter, Converter]
  /** starts their compiler before it is needed */
  start(): void
}

function newestConverters(
  site: Site,
  files: FileAccess,
  settings: SassSettings,
  compilers: SassCompilers,
): SassConverters {
  const { compile, start } = createDartSass(site, files, settings, compilers)
  const libsass = asLibsass(site)
  const [scss, sass] = olderConverters(libsass, files, sassSettings(libsass), compilers).converters
  return {
    converters: [
      sassConverter(
        SCSS,
        '.scss',
        orWayOut((text, context) => compile(text, 'scss', context), scss),
      ),
      sassConverter(
        SASS,
        '.sass',
        orWayOut((text, context) => compile(text, 'indented', context), sass),
      ),
    ],
    start,
  }
}

function olderConverters(
  site: Site,
  files: FileAccess,
  settings: SassSettings,
  compilers: SassCompilers,
): SassConverters {
  const { compile, start } = createSass178(compilers)
  const compiler: Compiler = { site, files, settings, compile }
  return {
    converters: [converter(compiler, SCSS, '.scss', 'scss'), converter(compiler, SASS, '.sass', 'indented')],
    start,
  }
}

function asLibsass(site: Site): Site {
  const { config } = site
  return { ...site, config: { ...config, reference: { ...config.reference, sass: 'libsass' } } }
}

const WAY_OUT =
  'libsass takes this style sheet: write `compat: { jekyll-sass-converter: "2.2" }` in the configuration'

/** `convert`, whose errors without help name libsass where `older` takes the style sheet. */
function orWayOut(convert: Converter['convert'], older: Converter): Converter['convert'] {
  return (text, context) => {
    try {
      return convert(text, context)
    } catch (error) {
      if (!(error instanceof ConversionError) || error.help !== undefined) throw error
      if (!isTaken(older, text, context)) throw error
      throw new ConversionError(error.message, error.place, WAY_OUT)
    }
  }
}

function isTaken(older: Converter, text: string, context: ConversionContext): boolean {
  try {
    older.convert(text, { ...context, warn: () => {}, addFile: () => {} })
    return true
  } catch {
    return false
  }
}

const SCSS = 'Jekyll::Converters::Scss'
const SASS = 'Jekyll::Converters::Sass'

function converter(compiler: Compiler, name: string, own: string, syntax: SassSyntax): Converter {
  return sassConverter(name, own, (text, context) =>
    text.trim() === '' ? '' : convert(compiler, text, syntax, context),
  )
}

function sassConverter(name: string, own: string, convert: Converter['convert']): Converter {
  return { name, priority: 0, matches: (ext) => ext.toLowerCase() === own, convert }
}

function convert(compiler: Compiler, text: string, syntax: SassSyntax, context: ConversionContext): string {
  const { document } = context
  const page = document?.kind === 'page' ? document : undefined
  const path = document === undefined ? undefined : joinPath(document.file.root, document.file.path)
  const maps = page !== undefined && compiler.settings.sourceMaps
  const options = optionsFor(compiler, text, syntax, path, maps, context)
  const { css: printed, sourceMap } = compile(compiler, text, options, path, context)
  if (compiler.settings.ruby) return rubyStyle(compiler.settings, printed)
  const styled = libsassStyle(printed, compiler.settings)
  const css = withCharset(styled.css, compiler.settings)
  // libsass ends its text with a line break, where it has any.
  const ended = css === '' ? '' : `${css}\n`
  if (page === undefined || sourceMap === undefined) return ended
  const name = basename(page.outputPath)
  const sources = sourceMap.sources.map((source) => sourceName(compiler.site.config.source, source, path))
  const sourcesContent = sourceMap.sources.map((source) => {
    const at = source.startsWith('file:') ? decodeURIComponent(new URL(source).pathname) : path
    return at === undefined || at === path ? text : (compiler.files.readText(at) ?? '')
  })
  const mappings = moveMappings(sourceMap.mappings, styled.place)
  context.addFile({
    outputPath: `${page.outputPath}.map`,
    // Keys in libsass's order, with its tabs.
    text: JSON.stringify(
      { version: 3, file: name, sources, sourcesContent, names: [], mappings },
      null,
      '\t',
    ),
  })
  return `${ended}\n/*# sourceMappingURL=${name}.map */`
}

/** Ruby Sass also indented nested rules; Dart Sass does not tell how rules were nested. */
function rubyStyle({ compressed, compact, nested }: SassSettings, printed: string): string {
  const expanded = showLaterRules(printed)
  if (compressed) return `${rubyCompressed(expanded)}\n`
  const { css } = withoutMarks(expanded)
  if (nested) return `${css.replace(/\n\s*\}/g, ' }')}\n`
  return `${compact ? compactLayout(css).css : css}\n`
}

/**
 * Compressed sheets with more than ASCII begin with a byte-order mark, which the converter replaces. The compiler in
 * JavaScript gives it; a process's text comes without.
 */
function withCharset(css: string, { compressed, addCharset }: SassSettings): string {
  const text = css.replace(/^\ufeff/, '')
  return compressed && addCharset && /[^\0-\x7f]/.test(text) ? `@charset "UTF-8";${text}` : text
}

/** For the file being converted itself: it has no neighbours. */
const NO_NEIGHBOURS: Sass178Importer = {
  canonicalize: () => null,
  load: () => null,
}

function optionsFor(
  { settings, files, site }: Compiler,
  text: string,
  syntax: SassSyntax,
  path: string | undefined,
  maps: boolean,
  context: ConversionContext,
): Sass178Options {
  const load = (url: URL) => {
    const at = decodeURIComponent(url.pathname)
    const contents = at === path ? text : (files.readText(at) ?? '')
    return { contents: prepared(contents, syntaxOf(at), settings), syntax: syntaxOf(at), sourceMapUrl: url }
  }
  const importer: NonNullable<Sass178Options['importers']>[number] = {
    canonicalize: (name, { containingUrl }) => {
      const at = containingUrl?.protocol === 'file:' ? decodeURIComponent(containingUrl.pathname) : path
      // Jekyll hands over a text, not a file: what it imports is looked for from the site's root, not from its folder.
      const from = at === path ? joinPath(site.config.source, 'entry') : at
      const wanted = name.startsWith('file:') ? decodeURIComponent(new URL(name).pathname) : decodeURI(name)
      const found = findStyle(files, wanted, from, settings.loadPaths)
      return found === undefined ? null : fileUrl(found.path)
    },
    load,
  }
  const told = loggerFor(site, text, context, path)
  return {
    syntax,
    style: settings.compressed && !settings.ruby ? 'compressed' : 'expanded',
    importers: [importer],
    ...(path === undefined ? {} : { url: fileUrl(path), importer: NO_NEIGHBOURS }),
    sourceMap: maps,
    sourceMapIncludeSources: false,
    // Sass's own deprecations are noise to someone who builds an old site; `@warn` is not. Without `verbose` Sass
    // itself would count the repeated ones in a warning of its own.
    verbose: true,
    logger: {
      ...told,
      warn: (message, options) => (options.deprecation ? undefined : told.warn(message, options)),
    },
  }
}

/** What Sass is given for `text`. */
function prepared(text: string, syntax: SassSyntax | 'css', { ruby, compressed }: SassSettings): string {
  if (syntax === 'css' || (ruby && syntax === 'indented')) return text
  const calc = keepCalcText(text, syntax)
  const known = compressed && !ruby ? keepImports(calc, syntax) : calc
  if (syntax === 'indented')
    return keepStaticLines(partCompoundExtends(closeOpenSelectors(evenIndentation(known))))
  const hidden = hideLaterRules(spaceMediaQueries(known))
  return ruby
    ? keepStaticValues(hidden, 'ruby-sass')
    : keepStaticValues(partCompoundExtends(hidden), 'libsass')
}

function compile(
  { compile, site, files, settings }: Compiler,
  text: string,
  options: Sass178Options,
  main: string | undefined,
  context: ConversionContext,
): ReturnType<Sass178['compile']> {
  const given = prepared(text, options.syntax ?? 'scss', settings)
  try {
    return compile(given, options)
  } catch (error) {
    if (!(error instanceof SassMistake)) throw error
    const { sassMessage, span } = error.found
    const message = `Error: ${settings.ruby ? sassMessage : libsassMessage(sassMessage, span.text)}`
    throw sassFault(message, span, { site, files, text, given, context, main })
  }
}

function fileUrl(path: string): URL {
  return new URL(`file://${path.split('/').map(encodeURIComponent).join('/')}`)
}

function syntaxOf(path: string): 'scss' | 'indented' | 'css' {
  if (path.endsWith('.sass')) return 'indented'
  return path.endsWith('.css') ? 'css' : 'scss'
}

/** The stylesheet itself by its name, partials by their path in the site. */
function sourceName(root: string, url: string, main: string | undefined): string {
  if (!url.startsWith('file:')) return main === undefined ? url : basename(main)
  const path = decodeURIComponent(new URL(url).pathname)
  return path === main ? basename(path) : relativePath(root, path)
}
