/** `toc:` in the configuration. */
import {
  type Config,
  isTruthy,
  listOf,
  type PluginSettings,
  rubyToS,
  schema,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'

const { bare, count, either, flag, hash, text } = schema

export interface TocOptions {
  /** the levels as they are written: `levelsOf` reads them where a page shows its contents */
  readonly minLevel: Value
  readonly maxLevel: Value
  readonly ordered: boolean
  /** headings inside elements of these classes are left out */
  readonly skippedSections: readonly string[]
  readonly listId: string
  readonly listClass: string
  readonly sublistClass: string
  readonly itemClass: string
  /** what the class of an entry's level begins with */
  readonly itemPrefix: string
}

const DEFAULTS = {
  min_level: 1,
  max_level: 6,
  no_toc_section_class: 'no_toc_section',
  list_id: 'toc',
  list_class: 'section-nav',
  sublist_class: '',
  item_class: 'toc-entry',
  item_prefix: 'toc-',
} as const

export const SETTINGS: PluginSettings = {
  config: {
    toc: either(
      'jekyll-toc',
      bare('boolean'),
      hash('options', {
        min_level: count('first level', { default: DEFAULTS.min_level }),
        max_level: count('last level', { default: DEFAULTS.max_level }),
        ordered_list: flag('number it', { default: false }),
        no_toc_section_class: {
          ...either('classes left out', bare('string'), { type: 'array', items: { type: 'string' } }),
          default: DEFAULTS.no_toc_section_class,
        },
        list_id: text('id', { default: DEFAULTS.list_id }),
        list_class: text('class', { default: DEFAULTS.list_class }),
        sublist_class: text('class', { default: DEFAULTS.sublist_class }),
        item_class: text('class', { default: DEFAULTS.item_class }),
        item_prefix: text('class', { default: DEFAULTS.item_prefix }),
      }),
    ),
  },
  frontMatter: { toc: flag('whether to show a table of contents') },
}

export function tocOptions(config: Config): TocOptions {
  const own = settingsOf(config, 'toc')
  // One that is there counts, even where it is empty; lists and hashes are shown as Ruby shows them.
  const text = (key: keyof typeof DEFAULTS): string => rubyToS(own.has(key) ? own.get(key) : DEFAULTS[key])
  const skipped = listOf(own.get('no_toc_section_class')).map(toText)
  return {
    minLevel: own.has('min_level') ? own.get('min_level') : DEFAULTS.min_level,
    maxLevel: own.has('max_level') ? own.get('max_level') : DEFAULTS.max_level,
    ordered: isTruthy(own.get('ordered_list')),
    skippedSections: skipped.length === 0 ? [DEFAULTS.no_toc_section_class] : skipped,
    listId: text('list_id'),
    listClass: text('list_class'),
    sublistClass: text('sublist_class'),
    itemClass: text('item_class'),
    itemPrefix: text('item_prefix'),
  }
}
