/** Files of BibTeX, formulas, and what is made of them. */
import { readBibtex } from '../../src/bundled/bibliography/bibtex-reader.ts'
import { withWordsInCaptions } from '../../src/bundled/bibliography/cited.ts'
import { itemOfEntry } from '../../src/bundled/bibliography/from-bibtex.ts'
import { textOfLatex } from '../../src/bundled/bibliography/latex-reader.ts'
import { withBackLinks, withIdsOnce, withLiveLinks } from '../../src/bundled/bibliography/list.ts'
import { withMathText } from '../../src/bundled/maths/math-text.ts'
import { footnotesInCaptions, missingTargets } from '../../src/bundled/references/faults.ts'
import { equationOf } from '../../src/render/converters/maths/equation.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const FILES: Generators = {
  entries: numbered((i) => `@book{k${i}, title = {A {B}}, author = "C and D", year = 2001}\n`),
  'one entry of fields': inside('@book{a', ',\nb = {c}'),
  'one list of names': inside('@book{a, author = {', 'A B and ', 'C}}'),
  'a long name': inside('@book{a, author = {', 'A ', '}}'),
  'blanks in a name': inside('@book{a, author = {A', ' ', 'B}}'),
  'braces in a name': inside('@book{a, author = {', '{A} and ', '}}'),
  'nested braces': (size) => `@book{a, title = {${nested('{', '}')(size)}}}`,
  'open braces': fill('@book{a, title = {'),
  'open braces on lines': fill('@book{a, title = {\n'),
  'open quotes on lines': fill('@book{a, title = "\n'),
  'open entries': fill('@book{a,\n'),
  'joined pieces': inside('@book{a, b = c', ' # c', '}'),
  'open comments': fill('@comment{'),
  signs: fill('@'),
  'lines of signs': fill('\n@'),
  'blank lines in a value': inside('@book{a, b = {', '\n', '}}'),
  blanks: inside('@book', ' ', '{'),
}
growthTable(
  'a file of BibTeX',
  FILES,
  (text) => readBibtex(text).entries.map((entry) => itemOfEntry(entry)),
  { patterns: true },
)

const LATEX: Generators = {
  accents: fill("\\'e"),
  'accents in braces': fill('\\"{o}'),
  'half accents': fill("\\'{"),
  'blanks behind an accent': inside("\\'", ' '),
  commands: fill('\\ss{}'),
  backslashes: fill('\\'),
  dashes: fill('-'),
  blanks: fill(' '),
}
growthTable('a text of LaTeX', LATEX, textOfLatex, { patterns: true })

const FORMULAS: Generators = {
  rows: inside('\\begin{align}', 'a &= b \\label{c} \\\\', '\\end{align}'),
  'open environments': fill('\\begin{align}'),
  'open labels': fill('\\label{'),
  tags: fill('\\tag{a}'),
  'braces in tags': fill('\\tag{{a}{'),
  'open braces': inside('\\begin{gather}', '{', '\\end{gather}'),
  'blanks behind a label': inside('\\label', ' '),
}
growthTable('a formula', FORMULAS, equationOf, { patterns: true })

const MATHML: Generators = {
  formulas: fill('<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> '),
  'open formulas': fill('<math>'),
  'nested rows': inside('<math>', '<mrow>', '</math>'),
  'one row': inside('<math><mrow>', '<mi>a</mi><mo>=</mo>', '</mrow></math>'),
}
growthTable('formulas as text', MATHML, withMathText)

const CITED: Generators = {
  citations: fill('<a class="citation" href="#a">b</a>'),
  'open citations': fill('<a class="citation" href="#'),
}
growthTable('citations', CITED, withBackLinks, { patterns: true })

const UNKNOWN: Generators = {
  'unknown references': numbered((i) => `{% ref a${i} %}\n`),
  'half references': fill('{% ref '),
  'blanks behind ref': inside('ref', ' ', 'ref'),
}
growthTable(
  'references to nothing',
  UNKNOWN,
  (text) => {
    const ids = [...text.matchAll(/a\d+/g)].map(([id]) => id)
    return missingTargets(
      { body: text, bodyLine: 3, file: { path: 'a.md' } },
      ids,
      ids.map((id) => `b${id}`),
    )
  },
  { patterns: true },
)

const LISTS: Generators = {
  lists: numbered((i) => `<ol class="bibliography"><li><span id="a${i}">b</span></li></ol>`),
  'open lists': fill('<ol class="bibliography"><li><span id="a">'),
  'a long list': inside('<ol class="bibliography">', '<li><span id="'),
}
growthTable('lists of works', LISTS, withIdsOnce, { patterns: true })

const CAPTIONS: Generators = {
  'captions with citations': fill('caption="{% cite a %}" '),
  'open captions': fill('caption="\ncite'),
  'captions in either quotes': fill('caption="caption=\'cite'),
  'open tags': inside('cite caption="', '{%', '"'),
  'blanks in a tag': inside('cite caption="{%', ' ', '"'),
  'open marks': inside('[^ caption="', '[^', '"'),
  'one open mark': inside('caption="[^', 'a', '"'),
  'marks of footnotes': fill('caption="[^a]" '),
}
growthTable('citations in captions', CAPTIONS, withWordsInCaptions, { patterns: true })
growthTable(
  'footnotes in captions',
  CAPTIONS,
  (body) => footnotesInCaptions({ body, bodyLine: 1, file: { path: 'a.md' } }),
  { patterns: true },
)
growthTable(
  'citations of a page',
  {
    links: fill('<a class="citation" href="#a">a</a><p id="a">'),
    'open links': fill('<a class="citation" id="'),
    'open texts': fill('<a class="citation" href="#a">'),
    ids: inside('<a class="citation"', ' id="a"', '>'),
  },
  withLiveLinks,
  { patterns: true },
)
