import { language, words } from '../language.ts'
import { instead } from '../states-change.ts'

const WORDS = words(
  {
    k: `absolute abstract all and and_then array as asm assembler attribute begin bindable case class const constructor delay
      destructor div do downto else end except exit export exports external far file finalization finally for forward
      function goto if implementation import in inc index inherited initialization inline interface interrupt is label
      library message mod module near not object of on only operator or or_else otherwise out overload override packed
      pascal pow private procedure program property protected public published qualified raise read record register
      repeat resident resourcestring restricted safecall set shl shr stdcall stored string then threadvar to try type
      unit until uses value var view virtual while with write writeln xor`,
    kt: `ansichar ansistring boolean bool byte bytebool cardinal char comp currency double dword extended int64 integer
      iunknown longbool longint longword pansichar pansistring pbool pboolean pbyte pbytearray pcardinal pchar pcomp
      pcurrency pdate pdatetime pdouble pdword pextended phandle pint64 pinteger plongint plongword pointer ppointer
      pshortint pshortstring psingle psmallint pstring pvariant pwidechar pwidestring pword pwordarray pwordbool real
      real48 shortint shortstring single smallint tclass tdate tdatetime textfile thandle tobject ttime variant widechar
      widestring word wordbool`,
    nb: 'false nil true',
  },
  'n',
  { fold: true },
)

/** Pascal and Delphi. */
export const pascal = language({
  tag: 'pascal',
  changes: [{ before: '3.30', states: instead('root', /\$[0-9A-F]+/i) }],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/(?:\/\/|--).*\n?/, 'c1'],
      [/\{[^}]*\}/, 'cm', undefined, { needs: '}' }],
      [/\(\*[\s\S]*?\*\)/, 'cm', undefined, { needs: '*)' }],
      [/'[^']*'/, 's', undefined, { needs: "'" }],
      [/0x[0-9a-f]*[flu]?/i, 'm'],
      [/\$[0-9A-F]+/i, 'mh'],
      [/\d+(?:\.\d*)?(?:e[+-]?\d+)?[flu]?/i, 'm'],
      [/\.\d+(?:e[+-]?\d+)?[flu]?/i, 'm'],
      // A word that runs into a letter beyond ASCII is a name.
      [/[a-zA-Z_]\w*(?!\w)(?=[\p{L}\p{M}\p{N}])/u, 'n'],
      [/[a-z_]\w*/i, WORDS],
      [/[!#$%&()*+,\-./:;<=>?@[\\\]^`{|}~]/, 'p'],
    ],
  }),
})
