/** Options: every name there is, values of every kind, what documents may set. */
import { describe, expect, test } from 'vitest'
import { toHtml } from '../../src/kramdown/index.ts'

/** The names of kramdown's documentation, of its GFM parser, and the old ones of CodeRay. */
const NAMES: Readonly<Record<string, unknown>> = {
  input: 'GFM',
  auto_ids: true,
  auto_id_prefix: 'p-',
  auto_id_stripping: true,
  transliterated_header_ids: true,
  header_offset: 1,
  toc_levels: '1..3',
  footnote_nr: 2,
  footnote_prefix: 'f',
  footnote_backlink: '^',
  footnote_backlink_inline: true,
  footnote_link_text: '[%s]',
  header_links: true,
  smart_quotes: ['lsquo', 'rsquo', 'ldquo', 'rdquo'],
  typographic_symbols: { mdash: '---' },
  entity_output: 'symbolic',
  hard_wrap: true,
  gfm_quirks: 'paragraph_end',
  gfm_emojis: true,
  parse_block_html: true,
  parse_span_html: true,
  html_to_native: true,
  link_defs: { a: ['b', 'c'] },
  line_width: 72,
  list_indent: 2,
  latex_headers: 'a,b,c,d,e,f',
  math_engine: 'mathjax',
  math_engine_opts: {},
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'ruby' },
  remove_block_html_tags: true,
  remove_span_html_tags: true,
  remove_line_breaks_for_cjk: true,
  forbidden_inline_options: ['auto_ids'],
  template: '',
  enable_coderay: true,
  coderay_wrap: 'div',
  coderay_line_numbers: 'inline',
  coderay_line_number_start: 1,
  coderay_tab_width: 8,
  coderay_bold_every: 10,
  coderay_css: 'style',
  coderay_default_lang: 'ruby',
}

describe('names', () => {
  for (const [name, value] of Object.entries(NAMES))
    test(`${name} is known`, () => {
      expect(toHtml('# a\n', { [name]: value, version: '2.5' }).warnings).toEqual([])
    })

  test('others are warned about, in kramdown’s words', () => {
    expect(toHtml('a\n', { bogus: 1 }).warnings).toEqual(["Unknown kramdown option 'bogus'"])
  })

  test('a document cannot set what belongs to the caller', () => {
    for (const name of ['input', 'highlight', 'math', 'emoji', 'transliterate', 'show_warnings'])
      expect(toHtml(`{::options ${name}="x" /}\n`).warnings).toEqual([`Unknown kramdown option '${name}'`])
    for (const name of ['template', 'forbidden_inline_options'])
      expect(toHtml(`{::options ${name}="x" /}\n`).warnings).toEqual([`Option ${name} may not be set inline`])
  })
})

describe('values', () => {
  const warned = (options: Readonly<Record<string, unknown>>) => toHtml('# a\n\n"b"\n', options)

  test.each([
    [{ toc_levels: 'x' }, 'Invalid syntax for option toc_levels'],
    [{ toc_levels: '2..9' }, 'Level numbers for option toc_levels have to be integers from 1 to 6'],
    [{ toc_levels: 3 }, 'Invalid type Integer for option toc_levels'],
    [{ smart_quotes: 'a,b' }, 'Option smart_quotes needs exactly 4 values'],
    [{ header_offset: 'x' }, "Invalid integer value for option 'header_offset': 'x'"],
    [{ footnote_nr: 1.5 }, "Invalid integer value for option 'footnote_nr': '1.5'"],
    [{ typographic_symbols: 3 }, 'Invalid type Integer for option typographic_symbols'],
    [{ typographic_symbols: 'x' }, 'Invalid type String for option typographic_symbols'],
    [{ link_defs: { a: 'b' } }, 'Invalid structure for hash value of option link_defs'],
    [{ gfm_quirks: null }, 'Invalid type NilClass for option gfm_quirks'],
  ])('%j is warned about and left out', (options, message) => {
    const { html, warnings } = warned(options)
    expect(warnings).toEqual([message])
    expect(html).toBe('<h1 id="a">a</h1>\n\n<p>“b”</p>\n')
  })

  test('mappings may be written as YAML', () => {
    expect(toHtml('[a] --\n', { link_defs: '{a: [b, "c d"]}', typographic_symbols: 'ndash: x' }).html).toBe(
      '<p><a href="b" title="c d">a</a> x</p>\n',
    )
  })

  test('what kramdown takes for false', () => {
    for (const value of [false, 'false', ' False ', '', null])
      expect(toHtml('# a\n', { auto_ids: value as boolean }).html).toBe('<h1>a</h1>\n')
    for (const value of ['no', 'off', 0])
      expect(toHtml('# a\n', { auto_ids: value as unknown as boolean }).html).toBe('<h1 id="a">a</h1>\n')
  })
})

test('warnings are looked for when they are asked for, and nothing is coloured for them', () => {
  let calls = 0
  const highlight = (code: string) => {
    calls++
    return code
  }
  const result = toHtml('~~~ ruby\nx\n~~~\n\n[^a]: b\n', { highlight })
  expect(calls).toBe(1)
  expect(result.warnings).toEqual(["Footnote definition for 'a' on line 5 is unreferenced - ignoring"])
  expect(result.warnings).toBe(result.warnings)
  expect(calls).toBe(1)
})

test('any bytes that decode give HTML', () => {
  let state = 7
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 255
  }
  for (const encoding of ['utf-8', 'latin1', 'utf-16le'])
    for (let n = 0; n < 200; n++) {
      const text = new TextDecoder(encoding).decode(Uint8Array.from({ length: 300 }, next))
      for (const options of [
        {},
        { input: 'GFM' },
        { input: 'html' },
        { html_to_native: true, parse_block_html: true },
      ]) {
        const { html, warnings } = toHtml(text, options)
        expect(typeof html).toBe('string')
        expect(Array.isArray(warnings)).toBe(true)
      }
    }
})
