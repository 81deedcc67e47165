/** The tables of rules: their order is kramdown's, their order is what runs, and no rule can hang a build. */
import { describe, expect, test } from 'vitest'
import { blockDispatch } from '../../src/kramdown/block-dispatch.ts'
import { blockPass } from '../../src/kramdown/block-pass.ts'
import { GFM_BLOCKS, GFM_PARAGRAPH_END_BLOCKS, KRAMDOWN_BLOCKS } from '../../src/kramdown/block-rules.ts'
import type { BlockRule } from '../../src/kramdown/block-state.ts'
import { Element } from '../../src/kramdown/element.ts'
import { jekyllDefaults, readOptions } from '../../src/kramdown/options.ts'
import { newParsedDocument } from '../../src/kramdown/parsed-document.ts'
import { ANY, byCharacter, changed, forCharacter, only } from '../../src/kramdown/rules.ts'
import { spanDispatch } from '../../src/kramdown/span-dispatch.ts'
import { readSpans, spanPass } from '../../src/kramdown/span-pass.ts'
import { spanRules } from '../../src/kramdown/span-rules.ts'
import type { SpanRule } from '../../src/kramdown/span-state.ts'

/** The lists of rules kramdown 2.4 keeps, as it printed them: `@block_parsers` and `@span_parsers`. */
const BLOCKS =
  'blank_line codeblock codeblock_fenced blockquote atx_header horizontal_rule list definition_list block_html ' +
  'setext_header block_math table footnote_definition link_definition abbrev_definition block_extensions eob_marker paragraph'
const SPANS =
  'emphasis codespan autolink span_html footnote_marker link smart_quotes inline_math span_extensions html_entity ' +
  'typographic_syms line_break escaped_chars'

const namesOf = (rules: readonly { name: string }[]): string => rules.map(({ name }) => name).join(' ')

const KRAMDOWN_SPANS = spanRules(false, true, false)

const newDoc = () =>
  newParsedDocument(
    readOptions(jekyllDefaults, () => {}),
    null,
  )

/** What `text` comes to with these rules for blocks: the types of its blocks. */
function blocks(rules: readonly BlockRule[], text: string): string {
  const doc = newDoc()
  blockPass(blockDispatch(rules)).readBlocks(doc, doc.root, text, 1, 0)
  return doc.root.children.map(({ type }) => type).join(' ')
}

function spans(rules: readonly SpanRule[], text: string): string {
  const doc = newDoc()
  readSpans(spanPass(doc, spanDispatch(rules)), doc.root, text, 1, true)
  return doc.root.children.map(({ type }) => type).join(' ')
}

/** The names of the rules that are tried at the start of `text`, none of which takes it but the last. */
function tried(rules: readonly BlockRule[], text: string): string {
  const names: string[] = []
  const refusing = rules.map((rule) => ({
    ...rule,
    rule: (s: Parameters<typeof rule.rule>[0]) => {
      names.push(rule.name)
      return rule.name === 'paragraph' && rule.rule(s)
    },
  }))
  blocks(refusing, text)
  return names.join(' ')
}

describe('the order', () => {
  test('is kramdown’s', () => {
    expect(namesOf(KRAMDOWN_BLOCKS)).toBe(BLOCKS)
    expect(namesOf(GFM_BLOCKS)).toBe(BLOCKS)
    expect(namesOf(GFM_PARAGRAPH_END_BLOCKS)).toBe(BLOCKS)
    expect(namesOf(KRAMDOWN_SPANS)).toBe(SPANS)
    expect(namesOf(spanRules(true, true, false))).toBe(`${SPANS} strikethrough_gfm`)
    expect(namesOf(spanRules(true, false, false))).toBe(
      `${SPANS.replace('typographic_syms ', '')} strikethrough_gfm`,
    )
  })

  test('is what runs: the rules of a character, as the table has them', () => {
    expect(tried(KRAMDOWN_BLOCKS, 'a\n')).toBe('setext_header table paragraph')
    expect(tried(KRAMDOWN_BLOCKS, 'é\n')).toBe('setext_header table paragraph')
    expect(tried(KRAMDOWN_BLOCKS, '*\n')).toBe(
      'horizontal_rule list setext_header table abbrev_definition paragraph',
    )
    expect(tried(KRAMDOWN_BLOCKS, '  [\n')).toBe(
      'setext_header table footnote_definition link_definition paragraph',
    )
    expect(tried(KRAMDOWN_BLOCKS, '`\n')).toBe('setext_header table paragraph')
    expect(tried(GFM_BLOCKS, '`\n')).toBe('codeblock_fenced setext_header table paragraph')
  })

  test('changes what comes out when it changes', () => {
    expect(blocks(KRAMDOWN_BLOCKS, '* * *\n')).toBe('hr')
    const [rule, list] = only(KRAMDOWN_BLOCKS, 'horizontal_rule', 'list')
    const swapped = KRAMDOWN_BLOCKS.map((one) => (one === rule ? list! : one === list ? rule! : one))
    expect(blocks(swapped, '* * *\n')).toBe('ul')

    expect(spans(KRAMDOWN_SPANS, '<http://a>')).toBe('a')
    const first: SpanRule = {
      name: 'first',
      firstCharacters: '<',
      rule: (s, i) => s.push(new Element('br', ''), i, i + 1),
    }
    expect(spans([...KRAMDOWN_SPANS, first], '<http://a>')).toBe('a')
    expect(spans([first, ...KRAMDOWN_SPANS], '<http://a>')).toBe('br text')
  })

  test('is also what interrupts the lines above', () => {
    const text = 'a\n> b\n'
    expect(blocks(GFM_BLOCKS, text)).toBe('p')
    expect(blocks(GFM_PARAGRAPH_END_BLOCKS, text)).toBe('p blockquote')
    expect(blocks(KRAMDOWN_BLOCKS, 'a\n* b\n')).toBe('p')
    const interrupting = changed(KRAMDOWN_BLOCKS, {
      list: { interrupts: { lines: 'paragraph', when: () => true } },
    })
    expect(blocks(interrupting, 'a\n* b\n')).toBe('p ul')
  })

  test('comes from the first characters alone', () => {
    const rules = [
      { name: 'one', firstCharacters: 'ab' },
      { name: 'any', firstCharacters: ANY },
      { name: 'two', firstCharacters: 'bc' },
    ] as const
    const table = byCharacter(rules, ({ name }) => name)
    const at = (character: string) => forCharacter(table, character.charCodeAt(0)).join(' ')
    expect([at('a'), at('b'), at('c'), at('d'), at('é')]).toEqual([
      'one any',
      'one any two',
      'any two',
      'any',
      'any',
    ])
    expect(() => changed(rules, { three: {} })).toThrow("no rule is called 'three'")
  })

  test('a character that a new rule begins with is a mark', () => {
    const at: SpanRule = {
      name: 'mention',
      firstCharacters: '@',
      rule: (s, i) => s.push(new Element('em', ''), i, i + 2),
    }
    expect(spans(KRAMDOWN_SPANS, 'a @b c')).toBe('text')
    expect(spans([...KRAMDOWN_SPANS, at], 'a @b c')).toBe('text em text')
    expect(spanDispatch([...KRAMDOWN_SPANS, at]).beginsSomething.test('a @b c')).toBe(true)
  })
})

describe('a rule that takes something and stays where it is', () => {
  test('is an error that names it, not a hang', () => {
    const planted: BlockRule = { name: 'planted', firstCharacters: '%', rule: () => true }
    expect(() => blocks([planted, ...KRAMDOWN_BLOCKS], 'a\n\n% b\n')).toThrow(
      "internal error: the rule 'planted' took the text at offset 3 and did not move on",
    )
    const back: SpanRule = { name: 'back', firstCharacters: '%', rule: (_, i) => i - 1 }
    expect(() => spans([back, ...KRAMDOWN_SPANS], 'ab%')).toThrow(
      "internal error: the rule 'back' took the text at offset 2 and did not move on",
    )
  })
})
