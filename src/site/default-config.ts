/** Jekyll 4.3's default configuration, in its order. */
import type { Hash, Value } from '../base/index.ts'

/** A fresh copy of the defaults; `source` and `destination` are absolute. */
export function defaultConfig(source: string, destination: string): Map<Value, Value> {
  return new Map<Value, Value>([
    ['source', source],
    ['destination', destination],
    ['collections_dir', ''],
    ['cache_dir', '.jekyll-cache'],
    ['plugins_dir', '_plugins'],
    ['layouts_dir', '_layouts'],
    ['data_dir', '_data'],
    ['includes_dir', '_includes'],
    ['collections', new Map()],
    ['safe', false],
    ['include', ['.htaccess']],
    ['exclude', DEFAULT_EXCLUDES],
    ['keep_files', ['.git', '.svn']],
    ['encoding', 'utf-8'],
    ['markdown_ext', 'markdown,mkdown,mkdn,mkd,md'],
    ['strict_front_matter', false],
    ['show_drafts', null],
    ['limit_posts', 0],
    ['future', false],
    ['unpublished', false],
    ['whitelist', []],
    ['plugins', []],
    ['markdown', 'kramdown'],
    ['highlighter', 'rouge'],
    ['lsi', false],
    ['excerpt_separator', '\n\n'],
    ['incremental', false],
    ['detach', false],
    ['port', '4000'],
    ['host', '127.0.0.1'],
    ['baseurl', null],
    ['show_dir_listing', false],
    ['permalink', 'date'],
    ['paginate_path', '/page:num'],
    ['timezone', null],
    ['quiet', false],
    ['verbose', false],
    ['defaults', []],
    ['liquid', LIQUID],
    ['kramdown', KRAMDOWN],
  ])
}

/** Added to the site's own `exclude`. */
export const DEFAULT_EXCLUDES: readonly string[] = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
]

const LIQUID: Hash = new Map<Value, Value>([
  ['error_mode', 'warn'],
  ['strict_filters', false],
  ['strict_variables', false],
])

const KRAMDOWN: Hash = new Map<Value, Value>([
  ['auto_ids', true],
  ['toc_levels', [1, 2, 3, 4, 5, 6]],
  ['entity_output', 'as_char'],
  ['smart_quotes', 'lsquo,rsquo,ldquo,rdquo'],
  ['input', 'GFM'],
  ['hard_wrap', false],
  ['guess_lang', true],
  ['footnote_nr', 1],
  ['show_warnings', false],
])
