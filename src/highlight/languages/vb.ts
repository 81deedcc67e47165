import { language, words } from '../language.ts'

const WORD = /[a-zA-Z_]\w*/

const KEYWORDS = `AddHandler Alias ByRef ByVal CBool CByte CChar CDate CDbl CDec CInt CLng CObj CSByte CShort CSng CStr
  CType CUInt CULng CUShort Call Case Catch Class Const Continue Declare Default Delegate Dim DirectCast Do Each Else
  ElseIf End EndIf Enum Erase Error Event Exit False Finally For Friend Function Get Global GoSub GoTo Handles If
  Implements Imports Inherits Interface Let Lib Loop Me Module MustInherit MustOverride MyBase MyClass Namespace Narrowing
  New Next Not NotInheritable NotOverridable Nothing Of On Operator Option Optional Overloads Overridable Overrides
  ParamArray Partial Private Property Protected Public RaiseEvent ReDim ReadOnly RemoveHandler Resume Return Select Set
  Shadows Shared Single Static Step Stop Structure Sub SyncLock Then Throw To True Try TryCast Using Wend When While
  Widening With WithEvents WriteOnly`

const CLASSES = words(
  {
    k: KEYWORDS,
    kt: 'Boolean Byte Char Date Decimal Double Integer Long Object SByte Short String UInteger ULong UShort Variant',
    ow: 'AddressOf And AndAlso As GetType In Is IsNot Like Mod Or OrElse TypeOf Xor',
    nb: 'Console ConsoleColor',
  },
  'n',
)

export const vb = language({
  tag: 'vb',
  aliases: ['visualbasic'],
  filenames: ['*.vbs', '*.vb'],
  states: () => ({
    blanks: [
      [/\s+/, ''],
      [/rem\b.*/i, 'c1'],
      [/'.*/, 'c1'],
    ],
    root: [
      'blanks',
      [/#If\b.*?\bThen/, 'cp'],
      [/#End\s+(?:If|Region)/, 'cp'],
      [/#Const/, 'cp'],
      [/#(?:Region|ExternalSource).*\n/, 'cp'],
      [/#ExternalChecksum/, 'cp'],
      [/Option\s+(?:Strict|Explicit)\s+(?:On|Off)/, 'kd'],
      [/Option\s+Compare\s+(?:Binary|Text)/, 'kd'],
      [/(?:Dim|Const)\b/, 'k', 'variable'],
      [/(End)(\s+)(Function|Sub|Property|Class|Structure|Enum|Module|Namespace)\b/, ['k', '', 'k']],
      [/(?:Function|Sub|Property)\b/, 'k', 'function'],
      [/(?:Class|Structure|Enum)\b/, 'k', 'class'],
      [/(?:Module|Namespace|Imports)\b/, 'k', 'namespace'],
      [/\./, 'p', 'member'],
      [/"/, 's', 'string'],
      [/\d+\.\d*/, 'mf'],
      [/\d+(?:[SILDFR]|US|UI|UL)?/, 'mi'],
      [/[-+*/\\^&=<>]/, 'o'],
      [/[(){}!#,:]/, 'p'],
      // A sigil belongs to a name, but not to a keyword.
      [
        /([a-zA-Z_]\w*)([%&@!#$]?)/,
        (x, m) => {
          const cls = CLASSES.words.get(m[1]!) ?? 'n'
          x.token(cls, m[1]!)
          if (cls === 'n') x.token('n', m[2]!)
          x.unread()
        },
      ],
    ],
    member: ['blanks', [WORD, 'n', '#pop']],
    variable: ['blanks', [WORD, 'nv', '#pop'], [/(?:)/, '', '#pop']],
    function: ['blanks', [WORD, 'nf', '#pop']],
    class: ['blanks', [WORD, 'nc', '#pop']],
    namespace: ['blanks', [/[a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*)*/, 'nn', '#pop']],
    string: [
      [/""/, 'se'],
      [/"/, 's', '#pop'],
      [/[^"]+/, 's'],
    ],
  }),
})
