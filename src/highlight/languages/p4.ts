import { language, words } from '../language.ts'
import { first } from '../states-change.ts'

export const p4 = language({
  tag: 'p4',
  filenames: ['*.p4'],
  since: '4.5',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/#\s*[\p{L}_][\p{L}\p{M}\p{N}\p{Pc}]*/u, 'cp'],
      [/@[\p{L}_][\p{L}\p{M}\p{N}\p{Pc}]*/u, 'nl'],
      [/"(?:[^"\\]|\\"?)*"/, 's', undefined, { hopeless: true }],
      [/[\p{L}_][\p{L}\p{M}\p{N}\p{Pc}]*_[th](?![\p{L}\p{M}\p{N}\p{Pc}])/u, 'nc'],
      [/(?:\d+[ws])?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|0[dD][\d_]+|[\d_]+)/, 'm'],
      [
        /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Pc}]*/u,
        words(
          {
            k: `abstract action actions apply const default default_action else entries enum exit extern if in inout key list
              out package packet_in packet_out return select size switch this transition tuple type typedef`,
            kd: 'control header header_union parser state struct table',
            nb: 'bit bool error extract int isValid match_kind setInvalid setValid string varbit verify void',
          },
          '',
        ),
      ],
      [/[-+*/<>=&|^~.?#]|!=/, 'o'],
      [/[()[\]{},;:]/, 'p'],
    ],
  }),
  changes: [
    // Right after a number no word of the language begins.
    {
      since: '5.1',
      states: first('root', [/(?<=[\p{L}\p{M}\p{N}\p{Pc}])\p{L}[\p{L}\p{M}\p{N}\p{Pc}]*/u, '']),
    },
  ],
})
