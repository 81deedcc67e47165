import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'
import type { Callback } from '../types.ts'

/** Where the line begins, from `from` on, that has nothing but blanks before `marks`; -1 if there is none. */
function closingLine(text: string, marks: string, from: number): number {
  for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, at + 1)) {
    const line = Math.max(text.lastIndexOf('\n', at) + 1, from)
    if (/^[ \t]*$/.test(text.slice(line, at))) return line
    at = text.indexOf('\n', at)
    if (at < 0) return -1
  }
  return -1
}

/** A fenced block, up to its fence; its text in the language named. */
const fence: Callback<undefined> = (x, m) => {
  const [, indent = '', marks = '', info = ''] = m
  const from = x.at + m[0].length
  const first = closingLine(x.text, marks, from)
  // A block without a line ends at once only where no later line could end it.
  const later =
    first === from ? closingLine(x.text, marks, x.text.indexOf('\n', from) + 1 || x.text.length) : -1
  const close = later < 0 ? first : later
  // Without an end, what is not a whole line is an error.
  const stop = close >= 0 ? close : Math.max(x.text.lastIndexOf('\n') + 1, from)
  const fenceEnd = close >= 0 ? x.text.indexOf(marks, close) : x.text.length
  const name = info.trim().split(/[\s{]/)[0] ?? ''
  x.extend(close >= 0 ? fenceEnd + marks.length : x.text.length)
  x.token('', indent)
  x.token('p', marks)
  x.token('nl', info)
  if (stop > from) {
    const body = x.text.slice(from, stop)
    // The line feed before the end is none of the code's.
    const code = close >= 0 ? body.replace(/\n$/, '') : body
    x.reset(name)
    if (name !== '' && x.known(name)) x.delegate(name, code)
    else x.token(name === '' ? '' : 'sb', code)
  }
  x.token(close >= 0 ? '' : 'err', x.text.slice(x.at, fenceEnd))
  if (close >= 0) x.token('p', marks)
}

/** Code between runs of backticks; where no run as long follows, as many of them begin it as follow again. */
const inlineCode: Callback<undefined> = (x, m) => {
  const endOf = (count: number) => x.text.indexOf(m[0].slice(0, count), x.at + count + 1)
  // The greatest count that has an end: all smaller ones have one, too.
  let count = endOf(m[0].length) < 0 ? 0 : m[0].length
  for (let step = m[0].length; count < m[0].length && step > 0; step >>= 1)
    while (count + step < m[0].length && endOf(count + step) >= 0) count += step
  if (count === 0) {
    x.token('err', m[0])
    return
  }
  const end = endOf(count) + count
  x.extend(end)
  x.token('sb', x.text.slice(x.at, end))
}

const STRONG = /\*\*(?:\\.|[^\\\n])*?\*\*/
const OPENING = /\(/
const LINK_END = /(\s*)(\))([ \t]*)/

/** An address of mail reaches to the last mark of its line. */
const MAIL = /<[^\n@]*@[^\n][^\n.]*\.[^\n]+>/
const ADDRESS = /<(?:https?|ftp):\/\/[^>\n]*>/

export const markdown = language({
  tag: 'markdown',
  aliases: ['md', 'mkd'],
  filenames: ['*.markdown', '*.md', '*.mkd'],
  start: ['first line'],
  changes: [
    {
      since: '4.5',
      states: instead(
        'root',
        STRONG,
        [/\*\*\*[^*\s][^*\n]*\*\*\*/, 'ges', undefined, { needs: '***' }],
        [/\*\*[^*\s][^*\n]*\*\*/, 'gs', undefined, { needs: '**' }],
      ),
    },
    {
      since: '5.1',
      states: inTurn(
        instead('link end', LINK_END, [/(\s*)(\))/, ['', 'p'], '#pop']),
        instead('link', OPENING, [OPENING, 'p', '#goto address']),
      ),
    },
  ],
  states: () => ({
    'first line': [
      [
        /^---\s*\n[\s\S]*?\n---\s*$/,
        (x, m) => {
          x.pop()
          x.delegate('yaml', m[0])
        },
        undefined,
        { needs: '\n---' },
      ],
      [/(?:)/, '', '#pop'],
    ],
    root: [
      [MAIL, 'nv', undefined, { hopeless: 'line' }],
      [ADDRESS, 'nv'],
      'html',
      [/\\./, 'se'],
      [/^[\S ]+\n==+\n/, 'gu'],
      [/^[\S ]+\n--+\n/, 'gh'],
      [/^([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\n]*\n)/, fence],
      [/\n\n+(?:(?: {4}|\t)[^\n]*\n+)+/, 'sb'],
      [/\n{3,}/, 'sb'],
      [/`+/, inlineCode],
      [/^#(?=[^#]).*/, 'gh'],
      [/^#.*/, 'gu'],
      [/^\s*([*-])(?:\s*\1){2,}\s*$/, 'p'],
      [/^\s*[*+-](?=\s)/, 'p'],
      [/^\s*\d+\./, 'p'],
      [/^\s*>.*/, 'gt'],
      [/^([ \t]*)(\[)([^\n]+?)(\]:)/, ['', 'p', 'ss', 'p'], 'reference'],
      // The text of a link goes on to the first mark that an address or a name follows, whatever stands before.
      [/(!?\[)([^\n]{0,999}?|[^\]]{0,999})(\])(?=[[(])/, ['p', 'nv', 'p'], 'link', { needs: ']' }],
      [/__[^\n]*?__/, 'gs', undefined, { needs: '__' }],
      [/_[^\n_]*_/, 'ge'],
      [STRONG, 'gs', undefined, { needs: '**' }],
      [/\*(?:\\.|[^*\n\\])*\*/, 'ge', undefined, { hopeless: 'line' }],
      [/\n|[[&<]/, ''],
      [/[^\\`[*\n&<]+/, ''],
    ],
    // The address on a later line: the ends of lines before it are errors.
    reference: [
      [/[ \t]+/, ''],
      [/(<)([^>\n]*)(>)/, ['nt', 'sx', 'nt'], '#goto title'],
      [/\S+/, 'sx', '#goto title'],
      [/\n/, 'err'],
      [/(?:)/, '', '#pop'],
    ],
    // After an address there may be a name, or another address.
    link: [
      [/(\[)([^\]\n]*)(\])/, ['p', 'ss', 'p'], '#pop'],
      [OPENING, 'p', 'address'],
      [/[ \t]+/, ''],
      [/(?:)/, '', '#pop'],
    ],
    address: [
      [/\s+/, ''],
      [/(<)([^>\n]*)(>)/, ['nt', 'sx', 'nt'], '#goto link end'],
      [/[^\s<)]+/, 'sx', '#goto link end'],
      [/\S+/, 'sx', '#goto link end'],
      [/(?:)/, '', '#goto link end'],
    ],
    'link end': [[LINK_END, ['', 'p', ''], '#pop'], 'title'],
    // A mark that begins no title is asked for again and again, until Rouge makes an error of it.
    title: [
      [/\s+(?=["'(])/, ''],
      [/(?=["'(])/, '', 'title text'],
      [/(?:)/, '', '#pop'],
    ],
    'title text': [
      [/"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)/, 'nn', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    html: [
      [/<[^>\n]*>/, (x, m) => x.delegate('html', m[0]), undefined, { needs: '>' }],
      [/&\S*?;/, 'ni', undefined, { needs: ';' }],
    ],
  }),
})
