/** Callouts, boxes of task lists, words behind fences, frames of code. */

import { codeFrame } from '../../src/bundled/whirl-theme/code-frame.ts'
import { withCallouts } from '../../src/bundled/writing/callouts.ts'
import { fenceAttributes } from '../../src/bundled/writing/fence-words.ts'
import { withTaskNames } from '../../src/bundled/writing/task-names.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const ALERT = '<blockquote>\n<p>[!NOTE] '
const HTML: Generators = {
  alerts: fill(`${ALERT}a\nb</p></blockquote>`),
  'open alerts': fill(ALERT),
  'open alerts, one end': inside('', ALERT, '</p></blockquote>'),
  'nested alerts': nested(`${ALERT}</p>`, '</blockquote>'),
  'an alert of tags': inside(ALERT, '<b>', '</p></blockquote>'),
  'an alert of end tags': inside(ALERT, '</b>', '</p></blockquote>'),
  'a long title': inside(ALERT, 'a ', '</p></blockquote>'),
  paragraphs: fill('<p class="note">a</p>'),
  'open paragraphs': fill('<p class="note">'),
  'open titles': fill('<blockquote class="note-title"><p>'),
  'one class of names': inside('<p class="', 'a ', ' note">b</p>'),
  'an open class': inside('<p class="', 'note '),
  'half tags': fill('<'),
  'half paragraphs': fill('<p '),
  'open comments': fill('[!<!--'),
  'blanks before an alert': inside('[!<blockquote>', ' ', '<p>'),
  boxes: fill('<li><input type="checkbox" class="task-list-item-checkbox" />a</li>'),
  'open boxes': fill('<input type="checkbox" class="task-list-item-checkbox">'),
  'a box of words': inside('<input type="checkbox" class="task-list-item-checkbox">', 'a < '),
}
const say = (): string => 'Word'
growthTable('HTML of Markdown', HTML, (html) => withTaskNames(withCallouts(html, say)))

const WORDS: Generators = {
  lines: inside('{', '1,', '}'),
  'many lines': fill('{1} '),
  'open braces': fill('{'),
  'open braces, one end': inside('', '{ ', '}'),
  quotes: fill('"'),
  'quotes behind backslashes': fill('\\"'),
  'backslashes in quotes': inside('"', '\\"', '"'),
  'quotes in turns': fill('"\' '),
  names: fill('title='),
  blanks: fill(' '),
  words: fill('a '),
  letters: fill('a'),
}
growthTable('words behind a fence', WORDS, fenceAttributes)

const CODE: Generators = {
  lines: numbered((i) => `<span class="k">a${i}</span>\n`),
  'open spans': fill('<span class="c1">'),
  'nested spans': nested('<span class="c">', '</span>', '\n'),
  prompts: fill('<span class="gp">a b &gt;</span> c\n'),
  'open prompts': fill('<span class="gp">a b &gt;</span>'),
  ends: fill('</span>'),
  notes: fill('<span class="c1">// (1)</span>\n'),
  'open notes': fill('<span class="c1">// ('),
  words: fill('word '),
  'half entities': fill('&a'),
}
for (const language of ['c', 'console'])
  growthTable(`a frame of ${language}`, CODE, (inner) =>
    codeFrame(
      {
        inner,
        language,
        classes: ['notes'],
        attributes: new Map([
          ['data-mark', '1,3'],
          ['data-mark-text', 'word\na'],
          ['data-fold', '2'],
          ['data-start', '1'],
        ]),
      },
      { say, warn: () => {} },
    ),
  )
