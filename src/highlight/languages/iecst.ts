import { language, words } from '../language.ts'
import { atWordStart, instead, inTurn } from '../states-change.ts'

const DURATION = /(?:T|DT|D|TOD)#[\d_:dhms]*/i
const HEX = /16#[\da-f_]+\b/i
const BINARY = /2#[01_]+/
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i
const CALLED = /[a-z][a-z_]*\d\w*(?=\s*\()/i
const NAME = /[a-z]\w*\b/i
const UNDERSCORES = /_+[\d_.]*/

/** Structured Text, as IEC 61131-3 has it. */
export const iecst = language({
  tag: 'iecst',
  filenames: ['*.awl', '*.scl', '*.st'],
  since: '4.5',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\(\*[\s\S]*?\*\)/, 'cm', undefined, { needs: '*)' }],
      [/\{[^}]*\}/, 'cs', undefined, { needs: '}' }],
      [/'[^']+'/, 's1', undefined, { needs: "'" }],
      [/"[^"]+"/, 'ss', undefined, { needs: '"' }],
      [/%[IQM][XBWDL][\d.]*|%[IQ][\d.]*/, 'vm'],
      [DURATION, 'ld'],
      [HEX, 'mh'],
      [BINARY, 'mb'],
      [NUMBER, 'mf'],
      [/LT#/i, 'o'],
      [CALLED, 'nf'],
      [
        NAME,
        words(
          {
            k: KEYWORDS,
            kt: TYPES,
            l: 'false null true',
            o: 'and eq ge gt le lt mod ne not or xor',
          },
          'n',
          { fold: true },
        ),
      ],
      [UNDERSCORES, 'm'],
      [/[-+*/<>=:&^#]/, 'o'],
      [/[()[\],;.]/, 'p'],
    ],
  }),
  changes: [
    {
      since: '5.1',
      states: inTurn(
        atWordStart('root', DURATION, HEX, BINARY, NUMBER, CALLED, NAME),
        instead('root', UNDERSCORES, [
          /(?<![\w\u00aa-\uffff])_[\d_.,]*|(?<=[\w\u00aa-\uffff])[.,][\d_.,]*/,
          'm',
        ]),
      ),
    },
  ],
})

const KEYWORDS = `action at begin by case configuration const constant continue do else elsif end_action end_case
  end_configuration end_const end_for end_function end_function_block end_if end_interface end_method end_namespace
  end_program end_property end_repeat end_resource end_step end_struct end_transition end_type end_var end_while exit
  extends for from function function_block goto if implements initial_step interface jmp method namespace non_retain of
  private program property protected public repeat resource retain return step struct task then to transition type until
  using var var_access var_config var_external var_global var_in_out var_input var_output var_temp while with`
const TYPES = `any array bool byte date date_and_time dint dt dword int lint lreal lword pointer real sint string time
  time_of_day tod udint uint ulint usint word`
