import { language, words } from '../language.ts'

const KEYWORDS = `abstract and as assert atomic base begin break checked class component const constraint constructor
  continue default delegate do done downcast downto eager elif else end event exception extern external finally fixed for
  fun function functor global if in include inherit inline interface internal lazy let match member method mixin module
  mutable namespace new not null object of open or override parallel private process protected public pure rec return
  sealed select sig static struct tailcall then to trait try type upcast use val virtual void volatile when while with
  yield`

/** Runs of marks that mean something of their own. */
const PUNCTUATION = `[ [< [> [| ] ; ;; , { {< } _ ( ) != & && * . .. : :: := :> < <> <| <- = > >] >} ? ?? | |] |> ~ # - -. ->`

export const fsharp = language({
  tag: 'fsharp',
  filenames: ['*.fs', '*.fsi', '*.fsx'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/(?:false|true)\b|\(\)|\[\]/, 'bp'],
      [/[A-Z][\w']*(?=\s*\.)/, 'nn', 'path'],
      [/[A-Z][\w']*/, 'nc'],
      [/\(\*(?!\))/, 'c', 'comment'],
      [/\/\/.*/, 'c1'],
      [
        /[a-z][\w']*/,
        words(
          {
            k: KEYWORDS,
            kt: 'array bool char float int list string unit',
            ow: 'asr land lor lsl lxor mod',
          },
          'n',
        ),
      ],
      [/``[^`\n]+``/, 'n'],
      [/[\];,{}_()!$%&*+./:<=>?@^|~#[-]+/, words({ p: PUNCTUATION }, 'o')],
      // Rouge's dot is any character here.
      [/\d[\d_]{0,40}(?:.[\d_]{0,40})?e[+-]?\d[\d_]*/i, 'mf'],
      [/0x[\da-f][\da-f_]*/i, 'mh'],
      [/0o[0-7][0-7_]*/i, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\\d{3}|\\x[\da-fA-F]{2})'/, 'sc'],
      [/'[.]'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
    ],
    comment: [
      [/[^(*)]+/, 'c'],
      [/\(\*/, 'c', '#push'],
      [/\*\)/, 'c', '#pop'],
      [/[(*)]/, 'c'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\(?:[\\"'ntbr]|\d{3}|x[\da-fA-F]{2})/, 'se'],
      [/\\\n/, 's2'],
      [/"/, 's2', '#pop'],
    ],
    path: [
      [/\s+/, ''],
      [/\./, 'p'],
      [/[A-Z][\w']*(?=\s*\.)/, 'nn'],
      [/[A-Z][\w']*/, 'nc', '#pop'],
      [/[a-z][\w']*/, 'n', '#pop'],
      [/\[/, 'p', '#pop'],
    ],
  }),
})
