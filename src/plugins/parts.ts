/** The tags, filters, converters, writers of code blocks and fields of plugins, each watched over: what one throws or returns wrongly names it. */
import type { FilterDefinition, RenderContext, TagDefinition, TagSite } from '../liquid/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import type { CodeBlocks, FieldContext, Fields, Plugin, PluginConverter } from './api.ts'
import { badResult, guarded, nameOf, PluginFailure } from './guard.ts'
import type { MarkdownElements } from './markdown-elements.ts'
import { joinedExtras, type MarkdownChanges, type MarkdownExtras } from './markdown-extras.ts'

/** What writes the code blocks in a language, by its name in small letters. */
export type CodeBlockWriters = ReadonlyMap<string, CodeBlocks['render']>

/** What plugins write in the place of parts of Markdown. */
export interface MarkdownParts {
  readonly codeBlocks: CodeBlockWriters
  /** what formulas become where the configuration names no engine; undefined: what kramdown makes of them */
  readonly maths: Plugin['maths']
  readonly markdown: MarkdownChanges | undefined
  readonly elements: MarkdownElements | undefined
}

/** What rendering takes of plugins. */
export interface PluginParts extends MarkdownParts {
  readonly tags: readonly TagDefinition[]
  readonly filters: Readonly<Record<string, FilterDefinition>>
  readonly converters: readonly PluginConverter[]
  /** whether one of them brings ActiveSupport */
  readonly activeSupport: boolean
  /** whether jekyll-include-cache is among them: its tag is rendering's own */
  readonly includeCache: boolean
  readonly fields: readonly ((site: Site, ctx: FieldContext) => Fields)[]
}

/**
 * The parts of all `plugins`. Of tags and filters with one name, and writers of one language, the last wins, as in Jekyll. Those of the program's own
 * plugins, which `trusts` knows, are called as they are.
 */
export function pluginParts(plugins: readonly Plugin[], trusts: (plugin: Plugin) => boolean): PluginParts {
  const filters: Record<string, FilterDefinition> = {}
  for (const plugin of plugins)
    for (const [name, filter] of Object.entries(plugin.filters ?? {}))
      filters[name] = trusts(plugin) ? filter : watchedFilter(plugin, name, filter)
  return {
    tags: plugins.flatMap((plugin) => {
      const tags = plugin.tags ?? []
      return trusts(plugin) ? tags : tags.map((tag) => watchedTag(plugin, tag))
    }),
    filters,
    converters: plugins.flatMap((plugin) =>
      (plugin.converters ?? []).map((converter) => watchedConverter(plugin, converter)),
    ),
    codeBlocks: new Map(
      plugins.flatMap((plugin) =>
        (plugin.codeBlocks ?? []).flatMap((blocks) =>
          blocks.languages.map((name) => [name.toLowerCase(), watchedWriter(plugin, name, blocks)] as const),
        ),
      ),
    ),
    maths: plugins.find(({ maths }) => maths !== undefined)?.maths,
    markdown: joinedExtras(
      plugins.flatMap((plugin) => {
        const { markdown } = plugin
        if (markdown === undefined) return []
        return [trusts(plugin) ? markdown : watchedExtras(plugin, markdown)]
      }),
    ),
    elements: plugins.flatMap((plugin) =>
      plugin.elements === undefined ? [] : [watchedElements(plugin, plugin.elements)],
    )[0],
    activeSupport: plugins.some((plugin) => plugin.activeSupport === true),
    includeCache: plugins.some(({ name }) => name === 'jekyll-include-cache'),
    fields: plugins.flatMap((plugin) => (plugin.fields === undefined ? [] : [watchedFields(plugin)])),
  }
}

function watchedTag(plugin: Plugin, tag: TagDefinition): TagDefinition {
  const { name, body } = tag
  const at = `its tag '${name}'`
  return {
    name,
    ...(body === undefined ? {} : { body }),
    parse(markup: string, site: TagSite) {
      try {
        return guarded(plugin, at, () => tag.parse(markup, site))
      } catch (error) {
        if (!(error instanceof PluginFailure) || error.place !== undefined) throw error
        throw new PluginFailure(error.diagnostic, { path: site.path, line: site.line }, error.cause)
      }
    },
    render(state: unknown, ctx: RenderContext, inner: () => string) {
      const made: unknown = guarded(plugin, at, () => tag.render(state, ctx, inner))
      if (typeof made === 'string') return made
      throw badResult(plugin, at, made, 'text', "return '' to print nothing")
    },
  }
}

function watchedFilter(plugin: Plugin, name: string, filter: FilterDefinition): FilterDefinition {
  const at = `its filter '${name}'`
  return {
    min: filter.min,
    max: filter.max,
    run(ctx: RenderContext, input: unknown, ...args: unknown[]) {
      const made = guarded(plugin, at, () => filter.run(ctx, input, ...args))
      if (typeof made !== 'function' && typeof made !== 'symbol' && !(made instanceof Promise)) return made
      throw badResult(plugin, at, made, 'a value', 'return text, a number, a list, an object or nothing')
    },
  }
}

/** A converter's errors are left to those who convert: they are faults of the text it was given. */
function watchedConverter(plugin: Plugin, converter: PluginConverter): PluginConverter {
  const { name, priority } = converter
  const at = `the converter ${name}`
  const checked = <T>(what: string, made: unknown, type: string, help: string): T => {
    if (typeof made === type) return made as T
    throw badResult(plugin, `\`${what}\` of ${at}`, made, type === 'string' ? 'text' : 'true or false', help)
  }
  return {
    name,
    priority,
    matches: (ext) =>
      checked(
        'matches',
        guarded(plugin, at, () => converter.matches(ext)),
        'boolean',
        "compare the extension, which has its dot: `ext === '.txt'`",
      ),
    outputExt: (ext) =>
      checked(
        'outputExt',
        guarded(plugin, at, () => converter.outputExt(ext)),
        'string',
        "return an extension with its dot, such as '.html'",
      ),
    convert(text, context) {
      const { origin } = plugin
      origin?.started(`${at}, ${context.path === '' ? 'a filter' : context.path}`)
      try {
        return checked('convert', converter.convert(text, context), 'string', 'return the converted text')
      } finally {
        origin?.ended()
      }
    },
  }
}

function watchedWriter(plugin: Plugin, language: string, blocks: CodeBlocks): CodeBlocks['render'] {
  const at = `its code blocks in '${language}'`
  return (code, block) => {
    const made: unknown = guarded(plugin, at, () => blocks.render(code, block))
    if (made === undefined || typeof made === 'string') return made
    throw badResult(plugin, at, made, 'text', 'return the HTML, or nothing to leave the block as it is')
  }
}

function watchedElements(plugin: Plugin, { types, begin }: MarkdownElements): MarkdownElements {
  return {
    types,
    begin(document) {
      const write = guarded(plugin, 'its elements of Markdown', () => begin(document))
      return (el, indent) => guarded(plugin, 'its elements of Markdown', () => write(el, indent))
    },
  }
}

function watchedExtras(plugin: Plugin, markdown: MarkdownExtras): MarkdownExtras {
  const at = 'its `markdown`'
  const { fence, html } = markdown
  return {
    ...(markdown.understands === undefined
      ? {}
      : { understands: (site) => guarded(plugin, at, () => markdown.understands?.(site) ?? []) }),
    ...(fence === undefined
      ? {}
      : {
          fence(words, ctx) {
            const made: unknown = guarded(plugin, at, () => fence(words, ctx))
            if (made === undefined || made instanceof Map) return made
            throw badResult(plugin, at, made, 'attributes', 'return a Map of names and texts, or nothing')
          },
        }),
    ...(html === undefined
      ? {}
      : {
          html(given, ctx) {
            const made: unknown = guarded(plugin, at, () => html(given, ctx))
            if (typeof made === 'string') return made
            throw badResult(plugin, at, made, 'text', 'return the HTML, changed or as it was')
          },
        }),
  }
}

function watchedFields(plugin: Plugin): (site: Site, ctx: FieldContext) => Fields {
  return (site, ctx) => {
    const made: unknown = guarded(plugin, 'its fields', () => plugin.fields?.(site, ctx))
    if (typeof made !== 'object' || made === null || made instanceof Promise)
      throw badResult(
        plugin,
        'fields',
        made,
        'fields',
        'return `{ site: { name: () => … }, document: { … } }`',
      )
    const { site: ofSite = {}, document = {} } = made as Fields
    for (const [name, field] of [...Object.entries(ofSite), ...Object.entries(document)])
      if (typeof (field as unknown) !== 'function')
        throw badResult(
          plugin,
          `fields as '${name}'`,
          field,
          'a function',
          `write it so that it is asked for when a template wants it: \`${name}: () => ${nameOf(field) === 'string' ? "'…'" : '…'}\``,
        )
    return {
      site: watchedAll(plugin, 'site', ofSite) as Record<string, () => unknown>,
      document: watchedAll(plugin, 'page', document) as Record<string, (doc: Renderable) => unknown>,
    }
  }
}

function watchedAll(
  plugin: Plugin,
  owner: string,
  fields: Readonly<Record<string, (doc: Renderable) => unknown>>,
): Record<string, (doc: Renderable) => unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      (doc: Renderable) => guarded(plugin, `its field '${owner}.${name}'`, () => field(doc)),
    ]),
  )
}
