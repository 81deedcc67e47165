/** YAML, TOML, tables, front matter and entries of configurations. */
import { parseYaml, zoneFor } from '../../src/base/index.ts'
import { parseToml, TomlProblem } from '../../src/read/toml.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const zone = zoneFor('UTC')

const YAML: Generators = {
  keys: numbered((i) => `k${i}: 1\n`),
  'the same key': fill('k: 1\n'),
  items: fill('- a\n'),
  'closed flow lists': fill(']'),
  'a flow list': inside('[', 'a, ', ']'),
  'a flow hash': numbered((i) => (i === 0 ? '{' : `a${i}: 1, `)),
  'open quotes': fill('"'),
  'open single quotes': fill("'"),
  escapes: inside('a: "', '\\n', '"'),
  'open escapes': fill('a: "\\'),
  'lines of a text': inside('a: "', 'b\n  ', '"'),
  'lines of a plain text': inside('a: b\n', '  b\n'),
  'a block': inside('a: |\n', '  b\n'),
  'a folded block': inside('a: >\n', '  b\n'),
  'empty lines of a block': inside('a: |\n', '\n', '  b\n'),
  comments: fill('# a\n'),
  'comment signs': fill('#'),
  anchors: numbered((i) => `a${i}: &a${i} 1\n`),
  aliases: inside('a: &a 1\nb: [', '*a, ', ']'),
  'anchors without end': fill('&a'),
  'a chain of merges': (size) =>
    `k0: &k0 {a0: 1}\n${Array.from({ length: Math.min(64, size / 40) }, (_, i) => `k${i + 1}: &k${i + 1} {<<: *k${i}, b: 1}\n`).join('')}${fill('z: 1\n')(size)}`,
  tags: fill('- !x 2\n'),
  'one tag': inside('a: !', 'x', ' 2'),
  'tags on tags': fill('!x '),
  'question keys': fill('? a\n: b\n'),
  colons: fill(': '),
  documents: fill('---\n'),
  directives: fill('%TAG ! a\n'),
  numbers: inside('a: ', '1_'),
  'numbers in sixties': inside('a: 1', ':10'),
  'a date': inside('a: 2020-01-01', '-01'),
  dashes: fill('-'),
  tabs: fill('\t'),
  indents: (size) => Array.from({ length: Math.sqrt(size) }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
}
growthTable(
  'YAML',
  YAML,
  (text) => {
    parseYaml(text, zone)
    parseYaml(text, zone, 'a', 'safe_yaml')
  },
  { size: 512, patterns: true },
)

/** Up to the depth at which a text is refused, 1,000; `levels` of them. */
const deep =
  (open: string, middle = '', close = '') =>
  (levels: number) =>
    open.repeat(levels) + middle + close.repeat(levels)

growthTable(
  'YAML in YAML',
  {
    'nested lists': deep('- '),
    'nested flow lists': deep('[', '', ']'),
    'open flow lists': deep('['),
    'nested flow hashes': deep('{a: ', '1', '}'),
    'open flow hashes': deep('{a: '),
    'hashes in lists': deep('[a: ', '', ']'),
    'questions in questions': deep('? '),
    'lists of questions': deep('- ? '),
    'lists as keys in lists': deep('? - '),
    'a key behind each list': deep('[', '', ']: 1'),
  },
  (text) => {
    parseYaml(text, zone)
    parseYaml(text, zone, 'a', 'safe_yaml')
  },
  { size: 240, patterns: true },
)

// Keys without a dot are not here: what they cost is bounded by how long a text may be.
const TOML: Generators = {
  'nested lists': nested('a = [', ']'),
  'a list': inside('a = [', '1,', ']'),
  'open texts': fill('a = "'),
  'open long texts': fill('a = """'),
  'lines of a text': inside('a = """', 'b\n', '"""'),
  comments: fill('# a\n'),
  'a number': inside('a = ', '1'),
  'keys in tables': numbered((i) => `a.b${i} = 1\n`),
  tables: numbered((i) => `[a.b${i}]\n`),
  'lists of tables': fill('[[a.b]]\n'),
  'inline tables': inside('a = [', '{b.c = 1},', ']'),
}
growthTable('TOML', TOML, (text) => {
  try {
    parseToml(text, zone)
  } catch (error) {
    if (!(error instanceof TomlProblem)) throw error
  }
})
