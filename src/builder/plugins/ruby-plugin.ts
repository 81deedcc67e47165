/**
 * Ruby files among a site's plugins where Ruby is not there to run them: each is named, with what it seems to do and how that
 * begins in TypeScript. Where a template uses a tag or filter of theirs, the message there names the file.
 */
import type { Diagnostic, SourceText } from '../../base/index.ts'
import { LIQUID_FILTERS, LIQUID_TAGS } from '../../liquid/index.ts'
import { documentOf, type Plugin, servicesOf } from '../../plugins/index.ts'
import { jekyllFilters, jekyllTags } from '../../render/index.ts'

/** What a Ruby file seems to bring. */
export interface RubyFile {
  readonly source: SourceText
  readonly tags: readonly string[]
  readonly filters: readonly string[]
  /** what else, in words: `a generator` */
  readonly others: readonly string[]
}

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/<\s*(?:::)?(?:Jekyll::)?Generator\b/, 'a generator'],
  [/<\s*(?:::)?(?:Jekyll::)?Converter\b/, 'a converter'],
  [/<\s*(?:::)?(?:Jekyll::)?Command\b/, 'a command'],
  [/Hooks\.register\b/, 'hooks'],
  [
    /\.prepend\b|\.class_eval\b|\balias_method\b|\bclass\s+(?:Jekyll::)?(?:Page|Post|Document|Site|Layout|Collection|Excerpt|StaticFile|Renderer|Reader|Convertible)\s*$/m,
    'a change to Jekyll itself',
  ],
]

/** Methods of tags and other classes, which may stand beside a module of filters. */
const METHODS: ReadonlySet<string> = new Set([
  'convert',
  'generate',
  'initialize',
  'matches',
  'output_ext',
  'parse',
  'render',
  'to_s',
])

/** How each kind begins as a part of a plugin. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['a generator', 'generate: (site, ctx) => site'],
  ['hooks', "hooks: { 'documents:post_render': (doc, output) => output }"],
  [
    'a converter',
    "converters: [{ name, priority: 0, matches: (ext) => ext === '.x', outputExt: () => '.html', convert }]",
  ],
]

/** Reads the file at `path` (relative to the source), whose text is `text`. */
export function readRuby(path: string, text: string): RubyFile {
  const code = text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
  const all = (pattern: RegExp): string[] => [
    ...new Set([...code.matchAll(pattern)].map(([, name]) => name as string)),
  ]
  const tags = all(/register_tag\b[\s(]*:?["']?([\w-]+)/g)
  const filters = /register_filter\b/.test(code)
    ? all(/^\s*def\s+(\w+)/gm).filter((name) => !METHODS.has(name))
    : []
  const others = OTHERS.flatMap(([sign, what]) => (sign.test(code) ? [what] : []))
  // A file that only loads gems stands for them; one with code of its own uses them for that.
  const needs = /^\s*(?:class|module|def)\b/m.test(code) ? [] : all(/^\s*require\s*\(?\s*["']([\w/-]+)["']/gm)
  const nothing = tags.length + filters.length + others.length === 0
  return {
    source: { path, text },
    tags,
    filters,
    others: nothing && needs.length > 0 ? [`what is in ${needs.join(', ')}`] : others,
  }
}

/** What installs Ruby. */
const INSTALL_RUBY = 'npm install -D whirl-ruby'

/** The warning that names a file. */
export function rubyWarning({ source, tags, filters, others }: RubyFile): Diagnostic {
  const parts = [
    ...tags.map((name) => `a tag '${name}'`),
    ...(filters.length === 0
      ? []
      : [
          `${filters.length === 1 ? 'a filter' : 'filters'} ${filters.map((name) => `'${name}'`).join(', ')}`,
        ]),
    ...others,
  ]
  const beside = source.path.replace(/\.rb$/, '.ts')
  return {
    code: 'plugins/ruby',
    severity: 'warning',
    topic: 'Plugins:',
    message: `${source.path} is written in Ruby and is not run.${parts.length === 0 ? '' : ` It seems to add ${parts.join(', ')}.`}\nRuby's package runs it (${INSTALL_RUBY}; docs/ruby-plugins.md). Or write it as ${beside} (docs/plugins.md), or leave it out with --ignore-ruby-plugins.`,
    help: `it begins: import { definePlugin } from 'whirl-blog'; ${beginning(source.path, tags, filters, others)}`,
    source,
    trail: [],
  }
}

function beginning(
  path: string,
  tags: readonly string[],
  filters: readonly string[],
  others: readonly string[],
): string {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.rb$/, '')
    .replaceAll('_', '-')
  const parts = [
    `name: '${name}'`,
    ...(tags[0] === undefined ? [] : [`tags: [{ name: '${tags[0]}', parse, render }]`]),
    ...(filters[0] === undefined ? [] : [`filters: { ${filters[0]}: { min: 0, max: 0, run } }`]),
    ...BEGINNINGS.flatMap(([what, text]) => (others.includes(what) ? [text] : [])),
  ]
  return `export default definePlugin({ ${parts.join(', ')} })`
}

/**
 * A plugin in the place of all Ruby files: a tag of theirs is unknown, as it would be without, and the message says
 * which file has it; a filter of theirs passes its input on, as unknown filters do, and says so once for a build (never
 * when `quiet`). What the program has itself, or one of `plugins`, is left alone. Undefined when nothing is left.
 */
export function rubyStandIn(
  files: readonly RubyFile[],
  plugins: readonly Plugin[],
  quiet: boolean,
): Plugin | undefined {
  const knownTags = new Set(
    [...LIQUID_TAGS, ...jekyllTags, ...plugins.flatMap((plugin) => plugin.tags ?? [])].map(
      ({ name }) => name,
    ),
  )
  const knownFilters = Object.assign(
    {},
    LIQUID_FILTERS,
    jekyllFilters,
    ...plugins.map((plugin) => plugin.filters),
  ) as object
  const tags = files.flatMap(({ source, tags }) =>
    tags.filter((name) => !knownTags.has(name)).map((name) => [name, source.path] as const),
  )
  const filters = files.flatMap(({ source, filters }) =>
    filters.filter((name) => !Object.hasOwn(knownFilters, name)).map((name) => [name, source.path] as const),
  )
  if (tags.length + filters.length === 0) return undefined
  const told = new WeakMap<object, Set<string>>()
  return {
    name: 'ruby',
    tags: tags.map(([name, path]) => ({
      name,
      parse: (_markup, site) =>
        site.fail(
          `Unknown tag '${name}'`,
          `${path} seems to define it, in Ruby, which is not run: write the tag in TypeScript (docs/plugins.md)`,
        ),
      render: () => '',
    })),
    filters: Object.fromEntries(
      filters.map(([name, path]) => [
        name,
        {
          min: 0,
          max: Number.POSITIVE_INFINITY,
          run(ctx, input) {
            const { site, warn } = servicesOf(ctx)
            const before = told.get(site) ?? new Set()
            told.set(site, before)
            if (!quiet && !before.has(name)) warn(missingFilter(name, path, documentOf(ctx)?.file.path))
            before.add(name)
            return input
          },
        },
      ]),
    ),
  }
}

function missingFilter(name: string, path: string, document: string | undefined): Diagnostic {
  return {
    code: 'plugins/ruby-filter',
    severity: 'warning',
    topic: 'Plugins:',
    message: `The filter '${name}' changes nothing: ${path} seems to define it, in Ruby, which is not run.`,
    help: 'write it in TypeScript (docs/plugins.md)',
    trail: document === undefined ? [] : [`rendering ${document}`],
  }
}
