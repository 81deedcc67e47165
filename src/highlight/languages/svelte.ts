import { language } from '../language.ts'
import { first, instead, inTurn } from '../states-change.ts'
import type { Callback } from '../types.ts'
import { htmlChanges, htmlStates } from './html.ts'

/** Expressions share one lexer, apart from the scripts'. */
const EXPRESSION = 'javascript?expression'

const expression: Callback<undefined> = (x, m) => x.delegate(EXPRESSION, m[0])

const BRACES = /\{[^}\n]*\}/

export const svelte = language({
  tag: 'svelte',
  filenames: ['*.svelte'],
  since: '4.5',
  states: htmlStates,
  changes: [
    ...htmlChanges<undefined>(),
    {
      since: '4.5',
      states: inTurn(
        instead('root', /[^<&]+/, [/[^<&{]+/, ''], [/(\{)(\s*)/, ['si', ''], 'expression']),
        // After a name in braces, what is left of the tag is text.
        first(
          'tag',
          [/(\{)(\s*)(\w+)(\s*)(\})/, ['si', '', 'nv', '', 'si'], '#pop'],
          [/[\p{L}:_[\]()*.-][\p{L}\p{M}\p{N}:_.[\]()*-]*\s*=\s*/u, 'na', 'attribute'],
        ),
        first('attribute', [/\{/, 'si', '#goto expression']),
        first('double quotes', [/\s*\{\s*/, 'si', 'expression']),
        first('single quotes', [/\s*\{\s*/, 'si', 'expression']),
        first(
          'expression',
          [/\}/, 'si', '#pop'],
          [
            /(#await)([^\n]*)(then|catch)(\s+)(\w+)/,
            (x, m) => {
              x.token('k', m[1]!)
              if (m[2] !== '') x.delegate(EXPRESSION, m[2]!)
              x.token('k', m[3]!)
              x.token('', m[4]!)
              x.delegate(EXPRESSION, m[5]!)
            },
          ],
          [/[#/](?:if|each|await|key)\b|:(?:then|catch)\b|@(?:html|debug)\b/, 'k'],
          [/(:else)(\s+)(if)\b/, ['k', '', 'k']],
          [/(:else)(\s+)(?=[\p{L}\p{N}_])/u, ['k', '']],
          [BRACES, expression, undefined, { hopeless: 'line' }],
          [/[^{}]+/, expression],
        ),
      ),
    },
    {
      since: '4.7',
      states: instead('expression', BRACES, [/\{[^}\n]*\}+/, expression, undefined, { hopeless: 'line' }]),
    },
  ],
})
