import { language, words } from '../language.ts'
import { instead } from '../states-change.ts'
import { BUILTINS } from './erlang.words.ts'

const NAMES = {
  k: 'after begin case catch cond end fun if let of query receive try when',
  nb: BUILTINS,
  ow: '',
}

const CALLED = /(?:[a-z]\w*|'[^\n']*[^\\]')(?=\s*\()/

/** Erlang. */
export const erlang = language({
  tag: 'erlang',
  aliases: ['erl'],
  filenames: ['*.erl', '*.hrl'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/%.*\n/, 'c', undefined, { needs: '\n' }],
      [/%+/, 'err'],
      [/(?:and|andalso|band|bnot|bor|bsl|bsr|bxor|div|not|or|orelse|rem|xor)\b/, 'ow'],
      [/^-/, 'p', 'directive'],
      [/"/, 's', 'string'],
      [/<<|>>|\/=|=:=|=\/=|=<|>=|==|=>|<-|<=|->|\+\+|--|[-+*/<>=!?]/, 'o'],
      [/(?:[a-z]\w*|'[^\n']*[^\\]')(?=:)/, words(NAMES, 'nn')],
      [CALLED, words(NAMES, 'nf')],
      [/[+-]?\d+#[\da-zA-Z]+/, 'mi'],
      [/[+-]?\d+/, 'mi'],
      [/[\][:_@".{}()|;,]/, 'p'],
      [/[A-Z]\w*/, 'nv'],
      [/[a-z]\w*|'[^\n']*[^\\]'/, words(NAMES, 'n')],
      [/#(?:[a-z]\w*)(?:\.[a-z]\w*)?/, 'nl'],
      [
        /\$(?:\\(?:[bdefnrstv'"\\/]|[0-7][0-7]?[0-7]?|(?:x[\da-fA-F]+|x\{[\da-fA-F]+\})|\^[a-zA-Z])|[^\\])/,
        'sc',
      ],
    ],
    string: [
      [/\\(?:[bdefnrstv'"\\/]|[0-7][0-7]?[0-7]?|\^[a-zA-Z])/, 'se'],
      [/"/, 's', '#pop'],
      [/~[0-9.*]*[~#+bBcdefginpPswWxX]/, 'si'],
      [/[^"\\~]+/, 's'],
      [/~/, 's'],
    ],
    directive: [
      [/(define)(\s*)(\()((?:[a-z]\w*|'[^\n']*[^\\]')|[A-Z]\w*)/, ['ni', '', 'p', 'no'], '#pop'],
      [/(record)(\s*)(\()((?:[a-z]\w*|'[^\n']*[^\\]')|[A-Z]\w*)/, ['ni', '', 'p', 'nl'], '#pop'],
      [/[a-z]\w*|'[^\n']*[^\\]'/, 'ni', '#pop'],
    ],
  }),
  changes: [
    {
      since: '5.1',
      states: instead('root', CALLED, [
        new RegExp(`(?:(?<![^\\n])|(?<=:))(?:${CALLED.source})`),
        words(NAMES, 'nf'),
      ]),
    },
  ],
})
