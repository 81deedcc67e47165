import { language } from '../language.ts'
import { before, instead, inTurn } from '../states-change.ts'

/** eBPF assembly, as LLVM, the kernel's verifier and bpftool print it. What is in no known form stays plain. */
export const bpf = language({
  tag: 'bpf',
  changes: [
    {
      since: '4.5',
      states: inTurn(
        before('root', /exit|lock|map|be(?:16|32|64)/i, [/le(?:16|32|64)/i, 'k']),
        instead(
          'root',
          /(0x[0-9a-f]+|-?\d+)(\s*)(ll)?/i,
          [/(call)(\s+)(\w+)/i, ['k', 'w', 'nb']],
          [/(-?0x[0-9a-f]+|-?\d+)(\s*)(ll)?/i, ['m', 'w', 'kt']],
        ),
      ),
    },
  ],
  states: () => ({
    root: [
      [/\/\/.*\n?/, 'c1'],
      [/\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))/, 'cm'],
      [/(\d+)(:)(\s+)(\([0-9a-f]{2}\)|(?:[0-9a-f]{2} ){8})?/i, ['gl', 'p', 'w', 'g']],
      [/exit|lock|map|be(?:16|32|64)/i, 'k'],
      [/[rw]\d+(?!\w{0,64}[a-km-z_]\w{0,64}\s*ll)/i, 'n'],
      [/(\w{1,255})(\s*)(ll)(?=\s*:)/i, ['n', 'w', 'kt']],
      [/([a-z_]\w{0,255})(\s*)(:)/i, ['nl', 'w', 'p']],
      [/(\*)(\s*)(\()(u8|u16|u32|u64)(\s*)(\*)(\))/i, ['o', 'w', 'p', 'kt', 'w', 'o', 'p'], 'address'],
      [
        /(if)(\s+)([rw]\d+)(\s*)([=!s<>]+)(\s*)(?:([rw]\d+)|(0x[0-9a-f]+|-?\d+))(\s*)(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?)/i,
        ['k', 'w', 'n', 'w', 'o', 'w', 'n', 'm', 'w', 'k', 'w', 'mi', 'w', 'nl'],
      ],
      [/(goto)(\s*)(\+\d+)?(\s*)(<?\w+>?)/i, ['k', 'w', 'mi', 'w', 'nl']],
      [/(call)(\s+)(\d+)/i, ['k', 'w', 'mi']],
      [/(call)(\s+)(\w+)(#)(\d+)/i, ['k', 'w', 'nb', 'p', 'mi']],
      [/(0x[0-9a-f]+|-?\d+)(\s*)(ll)?/i, ['m', 'w', 'kt']],
      [/([-+])(r\d+)/i, ['p', 'n']],
      [/(\w{1,255})(\s*)(ll)/i, ['n', 'w', 'kt']],
      [/[-+*/&|^=<>s.,]{0,3}=/i, 'o'],
      [/[\s\S]/, ''],
    ],
    address: [
      [/(\w+)(\[)(?:(r\d+)|(\d+))(\])/i, ['n', 'p', 'n', 'mi', 'p'], '#pop'],
      [/(\()(r\d+)(\s*)([+-])(\s*)(\d+)(\))/i, ['p', 'n', 'w', 'o', 'w', 'mi', 'p'], '#pop'],
    ],
  }),
})
