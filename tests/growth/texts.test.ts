/** Texts on their way through filters and plugins, tables, front matter, names and the patterns they are held against. */
import {
  decodeValue,
  encodeValue,
  escapeHtml,
  escapeHtmlOnce,
  expandBraces,
  flatText,
  globMatches,
  nearest,
  slugify,
  transliterate,
  utcTime,
  zoneFor,
} from '../../src/base/index.ts'
import { withoutFootnotes } from '../../src/kramdown/index.ts'
import { decodeEntities } from '../../src/markup/entities.ts'
import { MalformedCsv, parseCsv } from '../../src/read/csv.ts'
import { splitFrontMatter } from '../../src/read/front-matter.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const TEXTS: Generators = {
  letters: fill('a'),
  words: fill('a '),
  capitals: fill('A'),
  hyphens: fill('-'),
  'words and hyphens': fill('a-'),
  'marks of all kinds': fill('!?.,;:'),
  accents: fill('é'),
  'marks that combine': fill('e\u0301'),
  'other scripts': fill('日本'),
  emoji: fill('😀'),
  ampersands: fill('&'),
  'half entities': fill('&amp'),
  entities: fill('&amp;'),
  numbers: fill('&#65;'),
  'open numbers': fill('&#'),
  tags: fill('<a>'),
  'half tags': fill('<'),
  quotes: fill('"\''),
  blanks: fill(' '),
  lines: fill('\n'),
}
growthTable(
  'a text',
  TEXTS,
  (text) => {
    for (const mode of ['default', 'pretty', 'ascii', 'latin', 'raw'] as const) slugify(text, mode)
    transliterate(text)
    escapeHtml(text)
    escapeHtmlOnce(text)
    decodeEntities(text)
    decodeValue(encodeValue([text, text.split('')]))
    nearest(text, ['include', 'assign'])
    flatText(text)
  },
  { size: 512 },
)

growthTable(
  'a text with footnotes',
  {
    numbers: fill('<sup id="fnref:1">1</sup>'),
    'numbers that end together': inside('', '<sup id="fnref:', '</sup>'),
    'numbers that never end': fill('<sup id="fnref:1">'),
    lists: fill('<div class="footnotes"></div>'),
    'a list that never ends': inside('<div class="footnotes">', '<div>'),
  },
  withoutFootnotes,
)

const TABLES: Generators = {
  rows: fill('a,b\n'),
  'one row': fill('a,'),
  'quoted fields': fill('"a","b"\n'),
  'a quoted field': inside('"', '""', '"'),
  'open quotes': fill('"a\n'),
  'quotes in a field': fill('a"b,'),
  'empty rows': fill('\n'),
  returns: fill('a\r'),
  'names of columns': numbered((i) => `c${i},`),
}
growthTable('a table', TABLES, (text) => {
  for (const separator of [',', '\t'])
    try {
      parseCsv(text, { separator, headers: true, converters: [], zone: zoneFor('UTC'), time: utcTime(2024) })
    } catch (error) {
      if (!(error instanceof MalformedCsv)) throw error
    }
})

const FRONTS: Generators = {
  'open front matter': inside('---\n', 'a: b\n'),
  'lines of hyphens': inside('---\n', '--- \n'),
  'closed lines': inside('---\n', '---\n'),
  'blank lines': inside('---\n---\n', '\n'),
  blanks: inside('---', ' '),
  'blanks before the end': inside('---\n', ' ', '---\n'),
  returns: inside('---\r\n', 'a: b\r\n', '---\r\n'),
}
growthTable('front matter', FRONTS, splitFrontMatter, { patterns: true })

const PATTERNS: Generators = {
  stars: fill('*a'),
  'stars in folders': fill('**/'),
  questions: fill('?'),
  'open classes': fill('['),
  classes: fill('[ab]'),
  backslashes: fill('\\'),
  text: fill('a'),
}
growthTable('a pattern', PATTERNS, (pattern) => globMatches(pattern, 'a/'.repeat(8)), { size: 256 })
growthTable(
  'a path',
  { letters: fill('a'), folders: fill('a/') },
  (path) => {
    for (const pattern of ['*a*a*b', '**/a/**/b', '[a-z]*b', '**/*a']) globMatches(pattern, path)
  },
  { size: 256 },
)

const BRACES: Generators = {
  'open braces': fill('{'),
  'nested braces': nested('{', '}'),
  'a list': inside('{', 'a,', '}'),
  'closed braces': fill('}'),
}
growthTable('braces', BRACES, expandBraces, { size: 256 })
