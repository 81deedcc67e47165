/** What stylesheets pass on their way to Sass and back: read by hand and by regular expressions, whose steps count too. */
import { keepCalcText } from '../../src/render/converters/calc-text.ts'
import { compactLayout } from '../../src/render/converters/compact-layout.ts'
import { partCompoundExtends } from '../../src/render/converters/compound-extends.ts'
import { compressedRules, keepImports } from '../../src/render/converters/compressed-rules.ts'
import { evenIndentation } from '../../src/render/converters/even-indentation.ts'
import { expandedLayout } from '../../src/render/converters/expanded-layout.ts'
import { hideLaterRules } from '../../src/render/converters/later-rules.ts'
import { libsassStyle } from '../../src/render/converters/libsass-style.ts'
import { spaceMediaQueries } from '../../src/render/converters/media-text.ts'
import { closeOpenSelectors } from '../../src/render/converters/open-selectors.ts'
import { rubyCompressed } from '../../src/render/converters/ruby-compressed.ts'
import { moveMappings } from '../../src/render/converters/source-map.ts'
import { keepStaticLines, keepStaticValues, withoutMarks } from '../../src/render/converters/static-values.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const SHEETS: Generators = {
  rules: fill('a{b:c}\n'),
  'rules on lines': fill('a {\n  b: c;\n}\n'),
  'nested rules': nested('a{', '}', 'b:c'),
  'open rules': fill('a{'),
  'closed rules': fill('}'),
  'escaped quotes in an open text': inside('a{b:"', '\\"'),
  'escaped quotes': fill('\\"'),
  'open texts': fill('a{b:"c\n'),
  'quotes in turns': fill('"\''),
  'open addresses': fill('url('),
  'addresses with quotes': fill('url(a"'),
  'addresses in a value': inside('a{b:', 'url(c) ', '}'),
  'open comments': fill('/*'),
  comments: fill('/* a */'),
  'loud comments': fill('/*! a */\n'),
  'line comments': fill('// a\n'),
  'open interpolations': fill('#{'),
  interpolations: inside('a{b:', '#{$c} ', '}'),
  'names of interpolations': inside('', 'a-#{$b}-', ':c;'),
  'open attributes': fill('[a'),
  'attributes with an open text': inside('', '[a="', '{'),
  attributes: inside('', '[a="b"]', '{c:d}'),
  'a long value': inside('a{b:', 'c ', '}'),
  'a value of commas': inside('a{b:', 'c,', 'd}'),
  'a value of numbers': inside('a{b:', '.5em ', '}'),
  'a value of colours': inside('a{b:', '#ff0000 ', '}'),
  'a value of functions': inside('a{b:', 'c(', '}'),
  'functions closed': inside('a{b:', 'c)', '}'),
  'a word': inside('a{b:', 'c', '}'),
  'a word with dashes': inside('a{b:', 'c-', '}'),
  'a number': inside('a{b:', '1', '}'),
  'letters of numbers': inside('a{b:', '1e', '}'),
  blanks: inside('a{b:c', ' ', '}'),
  'blank lines': inside('a{b:c', '\n', '}'),
  backslashes: inside('a{b:', '\\', '}'),
  'open custom properties': fill('--a:{'),
  'custom properties': inside('a{', '--b: "c" d;', '}'),
  'custom properties of brackets': inside('a{--b:', '[(', '}'),
  'filters of Internet Explorer': fill('a{b:progid:c.d(e '),
  calculations: fill('a{b:calc(#{$c} + 1px)}\n'),
  'open calculations': fill('calc('),
  'extended selectors': fill('a{@extend .b.c}\n'),
  'one extended selector': inside('a{@extend .b', '.c', '}'),
  'extended attributes': inside('a{@extend .b', '[', '}'),
  'open extends': fill('@extend '),
  'media queries': fill('@media a and(b){c{d:e}}\n'),
  'open media queries': fill('@media a and('),
  uses: fill('@use "a";\n'),
  imports: fill('@import "a.css";\n'),
  icons: fill('a{b:"\\f101"}\n'),
  'icons in one text': inside('a{b:"', '\\f101', '"}'),
  'marks of kept values': inside('a{b:', '\u0001c', '}'),
  'marks of quotes': inside('a[b=', '"@@c"', ']{d:e}'),
  'open marks of quotes': fill('"@@'),
  'indented declarations': fill('a\n  b: c\n'),
  'names without values': fill('a: \n'),
  tabs: fill('\t a\n \tb\n'),
  'open selectors': fill('a,\n b: c\n'),
  commas: fill(', '),
  'rules of numbers': numbered((i) => `.a${i}{b:${i}px}\n`),
}

function everyHelper(text: string): void {
  keepCalcText(text, 'scss')
  keepCalcText(text, 'indented')
  keepImports(text, 'scss')
  keepImports(text, 'indented')
  compressedRules(text)
  partCompoundExtends(text)
  evenIndentation(text)
  closeOpenSelectors(text)
  hideLaterRules(text)
  spaceMediaQueries(text)
  keepStaticValues(text, 'ruby-sass')
  keepStaticValues(text, 'libsass')
  keepStaticLines(text)
  rubyCompressed(text)
  withoutMarks(text)
  compactLayout(text)
  expandedLayout(text)
  libsassStyle(text, { compressed: true, compact: false } as never)
  libsassStyle(text, { compressed: false, compact: true } as never)
}
growthTable('a style sheet', SHEETS, everyHelper, { size: 1024, patterns: true })

const MAPPINGS: Generators = {
  'one line': fill('CAAC,'),
  'many lines': fill('AAAA,CAAC;'),
  'empty lines': fill(';'),
  'long numbers': fill('ggggggA,'),
}
growthTable('a source map', MAPPINGS, (text) => moveMappings(text, (line, column) => [line, column]))
