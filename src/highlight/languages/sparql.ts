import { language, words } from '../language.ts'
import { instead } from '../states-change.ts'
import type { Rule } from '../types.ts'

const ESCAPE: Rule<undefined> = [/\\(?:[tbnrf"'\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/, 'se']
const BACKSLASH = /\\/
/** Prefixes are bounded: a line of dashes is none. */
const PREFIXED = /([\p{L}\p{M}\p{N}_-]{0,200})(:)([\p{L}\p{M}\p{N}_-]*)/u

/** SPARQL. */
export const sparql = language({
  tag: 'sparql',
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/#.*/, 'c1'],
      [/"""/, 's2', 'long double'],
      [/"/, 's2', 'double'],
      [/'''/, 's1', 'long single'],
      [/'/, 's1', 'single'],
      [/[?$][\p{L}\p{M}\p{N}_]+/u, 'nv'],
      [PREFIXED, ['nn', 'o', 'ss']],
      [/<[^>]*>/, 'nn', undefined, { needs: '>' }],
      [/true|false/i, 'kc'],
      [/a(?!\w)/, 'k'],
      [/[a-z]\w*/i, words({ k: KEYWORDS, nb: BUILTINS }, 'err', { fold: true })],
      [/[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/[+-]?\d+/, 'mi'],
      [/\^\^|\|\||&&|[?*+/!<>]/, 'o'],
      [/[{}()[\];,.=]+/, 'p'],
    ],
    'long double': [
      ESCAPE,
      [/"""/, 's2', '#goto language'],
      [/[^"\\]+/, 's2'],
      [/"/, 's2'],
      [BACKSLASH, 's2'],
    ],
    double: [ESCAPE, [/"/, 's2', '#goto language'], [/[^"\\]+/, 's2'], [BACKSLASH, 's2']],
    'long single': [
      ESCAPE,
      [/'''/, 's1', '#goto language'],
      [/[^'\\]+/, 's1'],
      [/'/, 's1'],
      [BACKSLASH, 's1'],
    ],
    single: [ESCAPE, [/'/, 's1', '#goto language'], [/[^'\\]+/, 's1'], [BACKSLASH, 's1']],
    language: [
      [/(@)([a-zA-Z]+(?:-[a-zA-Z\d]+)*)/, ['o', 'py'], '#pop'],
      [/(?:)/, '', '#pop'],
    ],
  }),
  changes: [
    {
      before: '3.30',
      states: instead('root', PREFIXED, [/(\w{0,200}:)(\w*)/, ['nn', 'ss']]),
    },
  ],
})

const KEYWORDS = `add all as asc ask base bind bindings by clear construct copy create data default delete desc describe
  distinct drop exists filter from graph group having in insert limit load minus move named not offset optional order
  prefix reduced select service silent to undef union using values where with`
const BUILTINS = `abs avg bnode bound ceil coalesce concat contains count datatype day encode_for_uri floor group_concat
  hours if iri lang langmatches lcase max md5 min minutes month now rand regex replace round sameterm sample seconds
  separator sha1 sha256 sha384 sha512 str strafter strbefore strdt strends strlang strlen strstarts struuid substr sum
  timezone tz ucase uri uuid year`
