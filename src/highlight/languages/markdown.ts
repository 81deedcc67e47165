import { language } from '../language.ts'
import type { Callback } from '../types.ts'

/** A fenced block, up to its fence; its text in the language named. */
const fence: Callback<undefined> = (x, m) => {
  const [, indent = '', marks = '', info = ''] = m
  const from = x.at + m[0].length
  const end = `\n${indent}${marks}`
  // The end may follow at once.
  const close = x.text.startsWith(indent + marks, from) ? from : x.text.indexOf(end, from - 1) + 1
  const stop = close > 0 ? close : x.text.length
  const name = info.trim().split(/[\s{]/)[0] ?? ''
  x.extend(close > 0 ? close + indent.length + marks.length : stop)
  x.token('', indent)
  x.token('p', marks)
  x.token('nl', info)
  if (stop > from) {
    const body = x.text.slice(from, stop)
    x.reset(name)
    if (name === '') x.token('', body)
    else if (x.known(name)) x.delegate(name, body.replace(/\n$/, ''))
    else x.token('sb', body.replace(/\n$/, ''))
  }
  x.token('', x.text.slice(x.at, close > 0 ? close + indent.length : stop))
  if (close > 0) x.token('p', marks)
}

/** Code between equal runs of backticks, in one paragraph; a run without its end is an error. */
const inlineCode: Callback<undefined> = (x, m) => {
  const ticks = m[0]
  const from = x.at + ticks.length
  const end = x.follows(ticks, from - 1) ? x.text.indexOf(ticks, from) : -1
  if (end < 0 || /\n\n/.test(x.text.slice(from, end))) {
    x.token('err', ticks)
    return
  }
  x.extend(end + ticks.length)
  x.token('sb', x.text.slice(x.at, end + ticks.length))
}

export const markdown = language({
  tag: 'markdown',
  aliases: ['md', 'mkd'],
  filenames: ['*.markdown', '*.md', '*.mkd'],
  start: ['first line'],
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
      [/<(?:https?|ftp|mailto):[^>\s]*>|<[^\s<>@]+@[^\s<>]+>/, 'nv'],
      'html',
      [/\\./, 'se'],
      [/^[\S ]+\n===+\n/, 'gu'],
      [/^[\S ]+\n---+\n/, 'gh'],
      [/^([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\n]*\n)/, fence],
      [/\n\n(?: {4}|\t)[^\n]*(?:\n+(?: {4}|\t)[^\n]*)*\n*/, 'sb'],
      [/\n{3,}/, 'sb'],
      [/`+/, inlineCode],
      [/^#(?!#).*/, 'gh'],
      [/^##.*/, 'gu'],
      [/^\s*([*-])(?:\s*\1){2,}\s*$/, 'p'],
      [/^\s*[*+-](?=\s)/, 'p'],
      [/^\s*\d+\.(?=\s)/, 'p'],
      [/^\s*>.*/, 'gt'],
      [/^([ \t]*)(\[)([^\n]+?)(\]:)(?=[ \t]*\n)/, ['', 'p', 'ss', 'p'], 'reference'],
      [
        /^([ \t]*)(\[)([^\n]+?)(\]:)([ \t]*)(<?)([^\s>]+)(>?)(?:(\s+)("[^"\n]*"|'[^'\n]*'|\([^)\n]*\)))?/,
        ['', 'p', 'ss', 'p', '', 'nt', 'sx', 'nt', '', 'nn'],
      ],
      [
        /(!?\[)((?:[^\]\\[]|\\.|\[(?:[^\][]|\[[^\][]*\])*\])+)(\]\()([^\s)]*)(?:(\s+)("[^"\n]*"|'[^'\n]*'))?([ \t]*)(\))/,
        ['p', 'nv', 'p', 'sx', '', 'nn', '', 'p'],
        undefined,
        { needs: '](' },
      ],
      [/(!?\[)((?:[^\]\\\n[]|\\.)+)(\]\[)([^\]\n]*)(\])/, ['p', 'nv', 'p', 'ss', 'p']],
      [/<(?:https?|ftp|mailto):[^>\s]*>|<[^\s<>@]+@[^\s<>]+>/, 'nv'],
      [/__[^\n]*?__/, 'gs', undefined, { needs: '__' }],
      [/_[^\n_]*_/, 'ge'],
      [/[ \t]+_*/, ''],
      [/\*\*.*?\*\*/, 'gs', undefined, { needs: '**' }],
      [/\*[^*\n]*\*/, 'ge'],
      [/[^\\`[*\n&<!#>~+\d\s-][^\\`[*\n&<!]*/, ''],
      [/\s/, ''],
      [/[!#>~+\d-]_*|[[*&<]/, ''],
    ],
    // The address on a later line: the ends of lines before it are errors.
    reference: [
      [/[ \t]+/, ''],
      [/(<?)([^\s>]+)(>?)/, ['nt', 'sx', 'nt'], '#goto title'],
      [/\n/, 'err'],
      [/(?:)/, '', '#pop'],
    ],
    title: [
      [/(\s+)("[^"\n]*"|'[^'\n]*'|\([^)\n]*\))/, ['', 'nn'], '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    html: [
      [/<\/?[a-zA-Z][^<>]*>/, (x, m) => x.delegate('html', m[0])],
      [/<!--[^\n]{0,2000}?-->/, (x, m) => x.delegate('html', m[0]), undefined, { needs: '-->' }],
      [/&\S*?;/, 'ni', undefined, { needs: ';' }],
    ],
  }),
})
