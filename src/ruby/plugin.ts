/** Plugins written in Ruby as plugins of the program: what their files register becomes tags, filters, generators and hooks. */
import {
  type GeneratorContext,
  type Plugin,
  type PluginConverter,
  type PluginOrigin,
  PRIORITIES,
} from '../plugins/index.ts'
import type { Renderable, Site, StaticFile } from '../site/index.ts'
import { type Answers, RubyPluginError } from './bridge/conversation.ts'
import { withoutDefaultLanguage } from './bridge/default-language.ts'
import { withPlaceholders } from './bridge/placeholders.ts'
import { plain, plainOf } from './bridge/plain.ts'
import { buildParts } from './build-parts.ts'
import { hookPlugins } from './hooks.ts'
import { LateWatch } from './late-watch.ts'
import { rubyElements } from './markdown-elements.ts'
import { kramdownLacks, type MetLack } from './not-there.ts'
import { placeOfLine } from './place-of-line.ts'
import type { Registered } from './registered.ts'
import type { RubyPluginRequest } from './request.ts'
import { RubySession } from './session.ts'
import { templateParts, variablesOf } from './templates.ts'

interface RubyPlugins {
  readonly plugins: readonly Plugin[]
  /** what they do that nothing comes of */
  readonly lacks: readonly MetLack[]
}

/** Starts Ruby, loads the files and gives what they made as plugins. Throws a RubyPluginError for a file that fails. */
export function rubyPlugins(asked: RubyPluginRequest): RubyPlugins {
  const watch = new LateWatch(asked.watch)
  const request = { ...asked, watch }
  const { files, first, gems, config } = request
  const session = new RubySession(request, () => watch.begin())
  const version = config.reference.gems.jekyll ?? ''
  const registered = plain(
    session.job('load_files', [
      [...first],
      [...files.keys()],
      [...gems],
      version,
      config.variables.JEKYLL_ENV ?? null,
    ]),
  ) as Registered
  session.replacesMarkdown = registered.converters.some(({ name }) => name === 'Jekyll::Converters::Markdown')
  session.filters = new Set(Object.keys(registered.filters))
  session.elements =
    registered.elements.length === 0
      ? undefined
      : rubyElements(session, 'Kramdown::Converter::Html', registered.elements)
  // What templates mean depends on which tags and filters there are.
  const versions = (): string => JSON.stringify([version, registered])
  const { recording } = session
  const common = {
    origin: originOf(request),
    versions,
    ...(recording === undefined ? {} : { recording }),
  }
  const generators = registered.generators.map(
    ({ name, priority }, index): Plugin => ({
      name,
      priority,
      generate: (site, ctx) => session.changing(site, 'generate', [index], generatorAnswers(session, ctx)),
    }),
  )
  const hooks = hookPlugins(session, registered.hooks)
  const rest: Plugin = {
    name: 'ruby',
    ...templateParts(session, registered),
    ...(registered.payload || registered.converters.some(({ markdown }) => markdown)
      ? { generateLast: (site) => lastChanges(session, registered, site) }
      : {}),
    ...(session.elements === undefined ? {} : { elements: session.elements }),
    ...(registered.picks_files ? { staticFiles: (files) => copiedFiles(session, files) } : {}),
    // What a converter asks for before a tag, filter or generator was at work.
    ...(registered.converters.length === 0 && session.elements === undefined
      ? {}
      : {
          hooks: {
            'site:pre_render': (site: Site) => {
              session.site = site
            },
          },
        }),
    converters: registered.converters.map(({ name, priority, markdown }, index) =>
      rubyConverter(session, name, PRIORITIES[priority] + (markdown ? 0.5 : 0), index, markdown),
    ),
  }
  // Files that write themselves come of generators and of hooks.
  const placing: Plugin = {
    name: 'ruby files',
    priority: 'highest',
    generate: (site) => placed(session, site),
    hooks: {
      'site:post_write': () => void session.job('write_static_files', []),
      ...(registered.reads ? { 'site:post_read': (site) => session.changing(site, 'read', []) } : {}),
    },
  }
  // Behind all others: what they do is remembered, too.
  const last: Plugin = {
    name: 'ruby for the next build',
    priority: 'lowest',
    ...(registered.in_parts
      ? { builds: (_, build) => buildParts(session, build) }
      : { hooks: { 'site:post_write': () => session.remember() } }),
  }
  const own = [
    ...(generators.length + hooks.length === 0 && !registered.reads ? [] : [placing]),
    ...generators,
    ...hooks,
    rest,
  ]
  return {
    plugins: [...own, last].map((plugin) => ({ ...common, ...plugin })),
    lacks: kramdownLacks(registered.kramdown),
  }
}

/** `site` as templates find it where plugins change what they see of it, or bring Markdown converters. */
function lastChanges(session: RubySession, { payload, converters }: Registered, site: Site): Site {
  const seen = payload ? session.changing(site, 'payload', []) : site
  return converters.some(({ markdown }) => markdown) ? withoutDefaultLanguage(seen) : seen
}

/** Those of `files` that plugins want copied. */
function copiedFiles(session: RubySession, files: readonly StaticFile[]): readonly StaticFile[] {
  const copied = session.job('copied_files', [])
  if (!Array.isArray(copied) || copied.length === files.length) return files
  const paths = new Set(copied)
  return files.filter(({ file, write }) => !write || paths.has(`/${file.path}`))
}

/** What may be asked while a generator runs. */
function generatorAnswers(session: RubySession, ctx: GeneratorContext): Answers {
  session.drop = (doc) => ctx.drop(doc)
  return {
    markdownify: (text) => ctx.markdownify(String(text)),
    template: (text, data) => ctx.template(String(text), variablesOf(session, data ?? null)),
    site_drop: () => ctx.siteDrop(),
    drop: (id) => ctx.drop(session.document(String(id)) as Renderable),
  }
}

function rubyConverter(
  session: RubySession,
  name: string,
  priority: number,
  index: number,
  markdown: boolean,
): PluginConverter {
  // One made of the Markdown converter is the first to be prepared, and converts once with the settings as they were.
  let isFirst = markdown
  return {
    name,
    priority,
    matches: (ext) => session.job('matches', [index, ext]) === true,
    outputExt: (ext) => String(session.job('output_ext', [index, ext])),
    convert(text) {
      const answers = isFirst ? session.answersAsRead() : undefined
      isFirst = false
      return String(session.job('convert', [index, text], answers))
    },
  }
}

/** With the placeholders of permalinks that hooks on the start have added by now. */
function placed(session: RubySession, site: Site): Site {
  const names = session.job('placeholders', []) as readonly string[]
  if (names.length === 0) return site
  session.site = site
  const changed = withPlaceholders(site, names, (doc, used) =>
    plainOf(session.job('placeholder', [{ $: 'document', of: doc.id }, used])),
  )
  session.job('forget', [])
  return changed
}

function originOf({ files, shown, textOf, watch }: RubyPluginRequest): PluginOrigin {
  const file = [...files.keys()].map(shown).join(', ')
  return {
    file,
    started: (at) => watch?.started(file, at),
    ended: () => watch?.ended(),
    placeOf(error) {
      if (!(error instanceof RubyPluginError) || error.file === undefined) return undefined
      const text = files.get(error.file) ?? textOf(error.file)
      if (text === undefined || error.line === undefined) return undefined
      return placeOfLine({ path: shown(error.file), text }, error.line)
    },
  }
}
