import { language, words } from '../language.ts'
import { before, first, instead, inTurn, moreWords } from '../states-change.ts'
import type { Callback } from '../types.ts'

const KEYWORDS = `assert|break|case|catch|continue|default|do|else|finally|for|goto|if|instanceof|new|return|switch|this|throw|try|while`
const WORDS = words(
  {
    k: KEYWORDS.replaceAll('|', ' '),
    kd: `abstract const enum extends final implements native private protected public static strictfp super synchronized
      throws transient volatile`,
    kt: 'boolean byte char double float int long short var void',
    kc: 'true false null',
  },
  'n',
)
const ID = '[\\p{Alphabetic}_][\\p{Alphabetic}\\p{Nd}_]*'
const END = '(?![\\p{L}\\p{M}\\p{N}_])'
const CLASS = new RegExp(`(?:class|interface)${END}`, 'u')
const IMPORT = new RegExp(`(?:import|package)${END}`, 'u')
const WORD = new RegExp(`\\$?${ID}`, 'u')

/** What one text has shown so far, so that each word is looked at once. */
interface Memory {
  text: string
  /** End of the last run of words and blanks. */
  runEnd: number
  /** The word before its parenthesis, and where the words before it that look like types begin. */
  nameStart: number
  typesFrom: number
}

const RUN = /[\w.[\]<> \t-\r]*/y
const NAME = /(?<=\s)([a-zA-Z_]\w*)\s*$/
const BLANK = /\s/

/**
 * Words that look like types and then a word before a parenthesis are a method's head; the first line feed may stand
 * before them, but no other blank, as Rouge reads them only where nothing else matched.
 */
const methodHead: Callback<Memory> = (x) => {
  const v = x.vars
  if (v.text !== x.text || v.runEnd <= x.at) {
    v.text = x.text
    RUN.lastIndex = x.at
    RUN.test(x.text)
    v.runEnd = RUN.lastIndex
    readHead(v, x.at)
  }
  if (x.at < v.typesFrom || x.at >= v.nameStart || x.text.slice(x.at, v.nameStart).trim() === '') return false
  const { runEnd, nameStart } = v
  x.extend(runEnd + 1)
  // The text before the name is coloured as if it stood alone, but without looking for methods.
  x.recurse(x.text.slice(x.at, nameStart))
  const name = x.text.slice(nameStart, runEnd).trimEnd()
  x.token('nf', name)
  x.token('', x.text.slice(x.at, runEnd))
  x.token('o', '(')
  return true
}

/** Finds the name that ends the run, and how far back all words look like types. */
function readHead(v: Memory, from: number): void {
  v.nameStart = -1
  v.typesFrom = v.runEnd
  if (v.text[v.runEnd] !== '(') return
  const name = NAME.exec(v.text.slice(from, v.runEnd))
  if (name === null) return
  v.nameStart = from + name.index
  let at = v.nameStart
  for (;;) {
    let end = at
    while (end > from && BLANK.test(v.text[end - 1]!)) end--
    let start = end
    while (start > from && !BLANK.test(v.text[start - 1]!)) start--
    // A run may begin inside a word, after what another rule took.
    v.typesFrom = end
    while (start < end && !/[a-zA-Z_]/.test(v.text[start]!)) start++
    if (start === end) return
    v.typesFrom = start
    if (start > from && !BLANK.test(v.text[start - 1]!)) return
    at = start
    if (start === from) return
    let blank = start
    while (blank > from && BLANK.test(v.text[blank - 1]!)) blank--
    v.typesFrom = blank
  }
}

export const java = language<Memory>({
  tag: 'java',
  filenames: ['*.java'],
  changes: [
    {
      since: '4.1',
      states: before('root', /"(?:\\[\s\S]|[^"\\])*\\?"/, [
        /"""[ \t]*\n(?:[^"\\]|\\(?:"|(?!"))|"(?!""))*"""/,
        'sh',
        undefined,
        { needs: '"""' },
      ]),
    },
    {
      since: '4.7',
      states: instead('root', CLASS, [new RegExp(`(?:class|interface|record)${END}`, 'u'), 'kd', 'class']),
    },
    {
      since: '5.1',
      states: inTurn(
        moreWords('root', WORD, { k: 'when yield', kd: 'permits sealed' }),
        first('root', [new RegExp(`(?:non-sealed)${END}`, 'u'), 'kd']),
        first('root', [new RegExp(`(?:enum|@interface)${END}`, 'u'), 'kd', 'class']),
        instead('root', IMPORT, [new RegExp(`(?:import(?:\\s+static)?|package)${END}`, 'u'), 'kn', 'import']),
      ),
    },
  ],
  vars: () => ({ text: '', runEnd: -1, nameStart: -1, typesFrom: 0 }),
  states: () => ({
    root: [
      [/[ \t\r\f\v]+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [new RegExp(`(?:${KEYWORDS})${END}`, 'u'), 'k'],
      [/(?=[\na-zA-Z_])/, methodHead],
      [/\s+/, ''],
      [new RegExp(`@${ID}`, 'u'), 'nd'],
      [CLASS, 'kd', 'class'],
      [IMPORT, 'kn', 'import'],
      // Without an end the last escaped quotation mark is one.
      [/"(?:\\[\s\S]|[^"\\])*\\?"/, 's', undefined, { hopeless: true }],
      [/'(?:\\u[0-9a-fA-F]{4}|\\.|[\ud800-\udbff][\udc00-\udfff]|[^\\])'/, 'sc'],
      [new RegExp(`(\\.)(${ID})`, 'u'), ['o', 'na']],
      [new RegExp(`${ID}:`, 'u'), 'nl'],
      [new RegExp(`\\p{Uppercase}[\\p{Uppercase}\\p{Nd}_]*${END}`, 'u'), 'no'],
      [new RegExp(`\\p{Uppercase}[\\p{Alphabetic}\\p{Nd}]*${END}`, 'u'), 'nc'],
      [WORD, WORDS],
      [/\d+(?:_+\d+)*\.\d+(?:_+\d+)*(?:[eE]\d+)?[fd]?/, 'mf'],
      [/0b[01]+(?:_+[01]+)*/i, 'mb'],
      [/0x[0-9a-f]+(?:_+[0-9a-f]+)*/i, 'mh'],
      [/0[0-7]+(?:_+[0-7]+)*/, 'mo'],
      [/\d+(?:_+\d+)*L?/, 'mi'],
      [/[~^*!%&[\](){}<>|+=:;,./?-]/, 'o'],
    ],
    class: [
      [/\s+/, ''],
      [new RegExp(ID, 'u'), 'nc', '#pop'],
    ],
    import: [
      [/\s+/, ''],
      [/[\w.]+\*?/, 'nn', '#pop'],
    ],
  }),
})
