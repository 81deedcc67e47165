import { language, words } from '../language.ts'
import { first, instead, inTurn } from '../states-change.ts'
import { KEYWORDS } from './powershell.words.ts'

const VARIABLES =
  /\$(?:args|ConsoleFileName|Error|Event|ExecutionContext|false|foreach|HOME|Host|input|LastExitCode|Matches|MyInvocation|NestedPromptLevel|null|PID|PROFILE|PSBoundParameters|PSCmdlet|PSCulture|PSDebugContext|PSHOME|PSItem|PSScriptRoot|PSSenderInfo|PSUICulture|PSVersionTable|PWD|SENDER|ShellId|StackTrace|switch|this|true|[$^?_])/

const OPERATORS =
  /-(?:as|band|bor|bxor|ccontains|ceq|cge|cgt|cle|clike|clt|cmatch|cne|cnotcontains|cnotlike|cnotmatch|contains|creplace|csplit|eq|ge|gt|icontains|ieq|ige|igt|ile|ilike|ilt|imatch|ine|inotcontains|inotlike|inotmatch|ireplace|isnot|isplit|is|join|le|like|lt|match|ne|notcontains|notlike|notmatch|not|or|replace|shl|shr|split|and|xor)\b/i

const ATTRIBUTES =
  'SupportsShouldProcess DefaultParameterSetName ConfirmImpact SupportsPaging PositionalBinding'

/**
 * PowerShell. A name in command position starts a command; what follows on its line are its parameters. The blank
 * after the name belongs to it, so a line feed there does not end the command.
 */
export const powershell = language({
  tag: 'powershell',
  aliases: ['posh', 'microsoftshell', 'msshell'],
  changes: [
    {
      since: '4.1',
      states: inTurn(
        instead<undefined>('parameters', /`[\s\S]/, [/`[\s\S]?/, 'se']),
        first('root', [/`$/, 'se']),
        // A closing bracket ends the parameters only together with the text they were inserted into.
        first('parameters', [
          /\)/,
          (x) => {
            x.token('p', ')')
            if (x.inside('subexpression')) x.pop(2)
          },
        ]),
      ),
    },
    { since: '5.1', aliases: ['posh', 'microsoftshell', 'msshell', 'pwsh'] },
  ],
  filenames: ['*.ps1', '*.psm1', '*.psd1', '*.psrc', '*.pssc'],
  states: () => ({
    root: [
      'blanks',
      [/(class)(\s+)(\w+)/i, ['kr', 'w', 'nc'], 'class'],
      [/(function)(\s+)(\w+)(:)([\w-]{2,})/i, ['kr', 'w', 'nn', 'p', 'nf']],
      [/(function)(\s+)(\w[\w-]+)/i, ['kr', 'w', 'nf']],
      [
        /[a-z]\w*(?![\w.\p{L}\p{M}\p{N}-])/iu,
        (x, m) => KEYWORDS.has(m[0].toLowerCase()) && x.token('kr', m[0]),
      ],
      [/-{1,2}[a-z\d]\w*(?:-\w+)*/i, (x, m) => !OPERATOR.test(m[0]) && x.token('nt', m[0])],
      [/[a-z\d~\\/-][\w~\\/:.-]*(?<=[\w-])(?=\[)/i, 'n'],
      'expression',
      [OPERATORS, 'o'],
      [/\?+/, 'nf', 'parameters'],
      'member',
      [/[-+*/%]?=|[-+*%=!&|.]/, 'o'],
      [/[(),;:}]/, 'p'],
      [/\{/, 'p', 'block'],
      [/([a-z\d~\\/][\w~\\/:.-]*)(\s?)/i, ['n', 'w'], 'parameters'],
    ],
    blanks: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/<#/, 'cm', 'comment'],
    ],
    comment: [
      [/#>/, 'cm', '#pop'],
      [
        /\.(?:component|description|example|externalhelp|forwardhelpcategory|forwardhelptargetname|functionality|inputs|link|notes|outputs|parameter|remotehelprunspace|role|synopsis)/i,
        'cs',
      ],
      [/[^#.]+|[#.]/, 'cm'],
    ],
    class: [
      [/\{/, 'p', '#pop'],
      [/[:,]/, 'p'],
      [/\w+/, 'nc'],
      [/\s+/, 'w'],
    ],
    expression: [
      [/"/, 's2', 'string'],
      [/'[^']*(?:'|$(?![\s\S]))/, 's1'],
      [/@"/, 'sh', 'heredoc'],
      [/@'[\s\S]*?'@/, 'sh', undefined, { needs: "'@" }],
      'variables',
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/@\{/, 'p', 'hash'],
      [/@\(/, 'p', 'array'],
      [/\[/, 'p', 'bracket'],
    ],
    variables: [
      [VARIABLES, 'bp'],
      [/(\$)(\w+)(:)(\w+)/, ['nv', 'nn', 'p', 'nv']],
      [/\$\w+/, 'nv'],
      [/\$\{[^}]+\}/, 'nv', undefined, { needs: '}' }],
    ],
    parameters: [
      [/`[\s\S]/, 'se'],
      [/\s*\n/, 'w', '#pop'],
      [/[;()}\]]/, 'p', '#pop'],
      [/\{/, 'p', '#pop'],
      [/[-+*%]=/, 'o'],
      [/[|=]+/, 'o', '#pop'],
      'blanks',
      [/-{1,2}[a-z\d]\w*(?:-\w+)*/i, (x, m) => !OPERATOR.test(m[0]) && x.token('nt', m[0])],
      [/[\w~\\/][\w~\\/:.-]*/, 'nx'],
      'expression',
      [OPERATORS, 'o'],
      [/\?+/, 'nf', 'parameters'],
      'member',
      [/[-+*%!&.]/, 'o'],
      [/[,:]/, 'p'],
    ],
    member: [
      [/(\.)([\w?-]+)(\()/, ['o', 'nf', 'p'], 'parameters'],
      [/\.\.(?=\.{0,3}\d)/, 'o'],
      [/(\.)([\w?-]+)(?![\w?-]|\[)(\s?)/, ['o', 'nf', 'w']],
    ],
    hash: [[/\}/, 'p', '#pop'], [/\d+\.\d+/, 'mf'], [/\d+/, 'mi'], [/\w+/, 'nx'], [/=/, 'o'], 'entries'],
    array: [[/\)/, 'p', '#pop'], 'entries'],
    entries: ['blanks', [/\{/, 'p', 'block'], 'expression', [/[,;]/, 'p']],
    block: [[/\}/, 'p', '#pop'], 'root'],
    bracket: [[/\]/, 'p', '#pop'], [/[a-z]\w+(?:\.[a-z]\w*)*\.?/i, words({ bp: ATTRIBUTES }, 'n')], 'root'],
    string: [[/"/, 's2', '#pop'], 'interpolation', [/[^$`"]+|\$(?=")/, 's2']],
    heredoc: [[/"@/, 'sh', '#pop'], 'interpolation', [/[^$`"]+|"/, 'sh']],
    interpolation: [[/`./, 'se'], [/`/, 'se'], [/\$\(/, 'si', 'subexpression'], 'variables'],
    subexpression: [[/\)/, 'si', '#pop'], 'root'],
  }),
})

const OPERATOR = new RegExp(`^${OPERATORS.source}`, 'i')
