/** kramdown's options, as `kramdown:` in `_config.yml` has them. */
import { bare, choice, count, either, flag, hash, type Keys, list, mapping, text } from './fragment.ts'

const LEVELS = either('levels of headings in a table of contents', bare('string'), {
  type: 'array',
  items: { type: 'integer', minimum: 1, maximum: 6 },
})

export const KRAMDOWN_KEYS: Keys = {
  input: choice('the dialect', ['GFM', 'kramdown', 'Kramdown', 'markdown', 'html'], { default: 'GFM' }),
  auto_ids: flag('give headings ids', { default: true }),
  auto_id_prefix: text('what those ids begin with', { default: '' }),
  auto_id_stripping: flag('leave formatting out of those ids', { default: false }),
  transliterated_header_ids: flag('write those ids in ASCII', { default: false }),
  header_offset: count('added to the level of each heading', { default: 0 }),
  toc_levels: { ...LEVELS, default: [1, 2, 3, 4, 5, 6] },
  footnote_nr: count('number of the first footnote', { default: 1 }),
  footnote_prefix: text('what the ids of footnotes begin with', { default: '' }),
  footnote_backlink: text('text of the link back', { default: '&#8617;' }),
  footnote_backlink_inline: flag('put that link into the last paragraph', { default: false }),
  footnote_link_text: text('text of the link to a footnote; `%s` is its number (kramdown 2.5)', {
    default: '%s',
  }),
  header_links: flag('put an empty link to itself into each heading (kramdown 2.5)', { default: false }),
  smart_quotes: either('entities for quotes', bare('string'), { type: 'array', items: { type: 'string' } }),
  typographic_symbols: mapping('characters for dashes, dots and angle quotes', { type: 'string' }),
  entity_output: choice('how entities are written', ['as_char', 'as_input', 'numeric', 'symbolic'], {
    default: 'as_char',
  }),
  hard_wrap: flag('break lines where the source does', { default: false }),
  gfm_quirks: either('rules of GFM to follow', bare('string'), { type: 'array', items: { type: 'string' } }),
  gfm_emojis: flag('turn `:name:` into pictures', { default: false }),
  gfm_emoji_opts: hash('emojis', { asset_path: text('where the pictures are') }),
  parse_block_html: flag('read Markdown in block HTML', { default: false }),
  parse_span_html: flag('read Markdown in span HTML', { default: true }),
  html_to_native: flag('turn HTML into Markdown elements', { default: false }),
  link_defs: mapping('link definitions for all documents', list('address and title')),
  line_width: count('has no effect on HTML'),
  math_engine: choice(
    'what makes formulas',
    ['mathjax', 'katex', 'mathjaxnode', 'sskatex', 'ritex', 'itex2mml'],
    {
      default: 'mathjax',
    },
  ),
  math_engine_opts: hash('options of that engine', {}),
  syntax_highlighter: choice('what colours code', ['rouge', 'coderay', 'minted'], { default: 'rouge' }),
  syntax_highlighter_opts: hash('options for colouring', {
    default_lang: text('language of code that names none', { default: 'plaintext' }),
    guess_lang: flag('guess it instead', { default: true }),
    css_class: text('class of the block', { default: 'highlight' }),
    block: hash('for blocks only', {
      line_numbers: flag('number the lines'),
      start_line: count('number of the first line'),
      disable: flag('do not colour'),
    }),
    span: hash('for code in text only', {
      line_numbers: flag('number the lines'),
      disable: flag('do not colour'),
    }),
    line_numbers: flag('number the lines'),
    disable: flag('do not colour'),
  }),
  guess_lang: flag("Jekyll's default, the same as in `syntax_highlighter_opts`", { default: true }),
  remove_line_breaks_for_cjk: flag('join lines of Chinese, Japanese and Korean text', { default: false }),
  remove_block_html_tags: flag('has no effect on HTML'),
  remove_span_html_tags: flag('has no effect on HTML'),
  forbidden_inline_options: either('options a document may not set', bare('string'), {
    type: 'array',
    items: { type: 'string' },
  }),
  show_warnings: flag('print what kramdown warns of', { default: false }),
  enable_coderay: flag('has no effect', { deprecationMessage: 'CodeRay is not there; take it out' }),
}
