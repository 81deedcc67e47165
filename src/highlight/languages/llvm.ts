import { language, words } from '../language.ts'
import { moreWords } from '../states-change.ts'
import { KEYWORDS, LATER_KEYWORDS } from './llvm.words.ts'

/** LLVM's intermediate language. */
export const llvm = language({
  tag: 'llvm',
  filenames: ['*.ll'],
  changes: [
    {
      since: '4.1',
      states: moreWords('root', /\w+/, {
        err: 'deplibs noduplicates',
        k: `${LATER_KEYWORDS} async`,
        kt: 'bfloat ptr',
      }),
    },
  ],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/(?:[-a-z$._][-\w$.]{0,255}|"[^"]*")\s*:/i, 'nl'],
      [/c?"[^"]*"/, 's'],
      [/@(?:\d+|[-a-z$._][-\w.$]*|"[^"]*")/i, 'vg'],
      [/#\d+/, 'vg'],
      [/[%!](?:\d+|[-a-z$._][-\w.$]*|"[^"]*")/i, 'nv'],
      [/0x[\da-f]+|-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/i, 'm'],
      [/[=<>{}[\]()*.,!x]/, 'p'],
      [/i[1-9]\d*/, 'kt'],
      [
        /\w+/,
        words({ k: KEYWORDS, kt: 'double float fp128 half label metadata ppc_fp128 token void' }, 'err'),
      ],
    ],
  }),
})
