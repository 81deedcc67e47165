/**
 * The languages Rouge knows and we have no lexer of ours for: name, aliases, and the TextMate grammar that comes
 * nearest. Without a grammar the code stays plain, inside the markup of a known language. A table.
 */

import type { RougeVersion } from '../base/index.ts'
import type { TokenClass } from './types.ts'

export interface CoarseLanguage {
  readonly tag: string
  readonly aliases: readonly string[]
  /** Those that came later than the language. */
  readonly laterAliases?: { readonly since: RougeVersion; readonly names: readonly string[] }
  /** The first version that has the language, and the first that has it no longer; nothing said means all. */
  readonly since?: RougeVersion
  readonly until?: RougeVersion
  readonly grammar?: string
  /** What Rouge makes of blanks between tokens; nothing said means plain. */
  readonly blank?: TokenClass
  /** What Rouge makes of a word it knows nothing of; nothing said means that text is plain, numbers and marks too. */
  readonly word?: TokenClass
  /** Where Rouge classes a scope of this grammar otherwise than of most: see `scopeTable`. */
  readonly scopes?: string
}

export const COARSE_LANGUAGES: readonly CoarseLanguage[] = [
  { tag: 'abap', aliases: [], word: 'n', grammar: 'abap' },
  { tag: 'actionscript', aliases: ['as', 'as3'], word: 'nx', grammar: 'actionscript' },
  { tag: 'ada', aliases: [], word: 'n', grammar: 'ada' },
  { tag: 'apex', aliases: [], word: 'n', grammar: 'apex' },
  { tag: 'apiblueprint', aliases: ['apib'], grammar: 'markdown' },
  { tag: 'armasm', aliases: [], grammar: 'asm' },
  { tag: 'augeas', aliases: ['aug'], word: 'n' },
  { tag: 'bbcbasic', aliases: [], word: 'nv' },
  { tag: 'biml', aliases: [], grammar: 'xml' },
  { tag: 'brainfuck', aliases: [], laterAliases: { since: '4.5', names: ['bf'] } },
  { tag: 'brightscript', aliases: ['bs', 'brs'], blank: 'w', word: 'n' },
  { tag: 'bsl', aliases: [], word: 'nv', grammar: 'bsl' },
  { tag: 'ceylon', aliases: [], word: 'n', grammar: 'java' },
  { tag: 'cfscript', aliases: ['cfc'], word: 'nx', grammar: 'javascript' },
  { tag: 'clean', aliases: [], blank: 'w', word: 'n' },
  { tag: 'cmhg', aliases: [], word: 'ni' },
  {
    tag: 'common_lisp',
    aliases: ['cl', 'common-lisp', 'elisp', 'emacs-lisp', 'lisp'],
    word: 'nv',
    grammar: 'common-lisp',
  },
  { tag: 'csvs', aliases: [] },
  { tag: 'cypher', aliases: [], word: 'n', grammar: 'cypher' },
  { tag: 'cython', aliases: ['pyx', 'pyrex'], word: 'n', grammar: 'python' },
  { tag: 'd', aliases: ['dlang'], word: 'n', grammar: 'd' },
  { tag: 'dafny', since: '3.30', aliases: [], word: 'n', grammar: 'csharp' },
  { tag: 'datastudio', aliases: [], word: 'n', grammar: 'sql' },
  { tag: 'digdag', aliases: [], grammar: 'yaml' },
  { tag: 'ecl', aliases: [], word: 'nx' },
  { tag: 'eex', aliases: ['leex'], laterAliases: { since: '3.30', names: ['heex'] } },
  { tag: 'eiffel', aliases: [], word: 'n' },
  { tag: 'email', aliases: ['eml', 'e-mail'], word: 'nt' },
  { tag: 'epp', aliases: [] },
  { tag: 'escape', aliases: ['esc'] },
  { tag: 'factor', aliases: [], word: 'n' },
  { tag: 'freefem', aliases: ['ff'], word: 'n', grammar: 'cpp' },
  {
    tag: 'gdscript',
    aliases: ['gd'],
    laterAliases: { since: '5.1', names: ['godot'] },
    word: 'n',
    grammar: 'gdscript',
  },
  { tag: 'ghc-cmm', aliases: ['cmm'], word: 'nl', grammar: 'c' },
  { tag: 'ghc-core', aliases: [], word: 'nv', grammar: 'haskell' },
  {
    tag: 'gherkin',
    aliases: ['cucumber', 'behat'],
    grammar: 'gherkin',
    scopes: `c comment.line.number-sign
- string.language.gherkin.scenario.title.title string.language.gherkin.feature.title
kn keyword.language.gherkin.feature.scenario
nf keyword.language.gherkin.feature.step
s string.quoted.single
p keyword.control.cucumber.table
n source
nt entity.name.type.class.tsx
nv variable.other
kd keyword.language`,
  },
  { tag: 'hack', aliases: ['hh'], word: 'n', grammar: 'hack' },
  {
    tag: 'haml',
    aliases: ['HAML'],
    grammar: 'haml',
    scopes: `nc entity.other.attribute-name
c comment.block.haml
p meta.line.ruby.haml
nt punctuation.definition`,
  },
  { tag: 'haxe', aliases: ['hx'], word: 'nx', grammar: 'haxe' },
  { tag: 'hlsl', aliases: [], word: 'n', grammar: 'hlsl' },
  { tag: 'hocon', aliases: [], blank: 'w', grammar: 'hjson' },
  { tag: 'hql', aliases: [], word: 'n', grammar: 'sql' },
  { tag: 'hylang', aliases: ['hy'], blank: 'w', word: 'n', grammar: 'hy' },
  { tag: 'idlang', aliases: [], blank: 'w', word: 'n' },
  { tag: 'idris', since: '3.30', aliases: ['idr'], word: 'n', grammar: 'haskell' },
  { tag: 'igorpro', aliases: [], word: 'n' },
  { tag: 'io', aliases: [], word: 'n' },
  { tag: 'isabelle', since: '3.30', aliases: ['isa', 'Isabelle'], blank: 'w', word: 'n' },
  { tag: 'isbl', aliases: [], word: 'nv' },
  { tag: 'j', aliases: [], word: 'n' },
  { tag: 'janet', aliases: ['jdn'], blank: 'w', word: 'n', grammar: 'clojure' },
  { tag: 'jsl', aliases: [], blank: 'w', word: 'nv' },
  { tag: 'jsonnet', aliases: [], word: 'nx', grammar: 'jsonnet' },
  { tag: 'jsp', aliases: [] },
  { tag: 'lasso', aliases: ['lassoscript'], word: 'nx' },
  { tag: 'lean', since: '3.30', aliases: [], word: 'n', grammar: 'lean' },
  { tag: 'literate_coffeescript', aliases: ['litcoffee'] },
  { tag: 'literate_haskell', aliases: ['lithaskell', 'lhaskell', 'lhs'] },
  { tag: 'livescript', aliases: ['ls'], word: 'nv', grammar: 'coffee' },
  { tag: 'lustre', aliases: [], word: 'n' },
  { tag: 'lutin', aliases: [], word: 'n' },
  { tag: 'm68k', aliases: [], word: 'nv', grammar: 'asm' },
  { tag: 'magik', aliases: [], blank: 'w', word: 'n' },
  { tag: 'mason', aliases: [] },
  {
    tag: 'mathematica',
    aliases: ['wl'],
    laterAliases: { since: '4.5', names: ['wolfram'] },
    blank: 'w',
    word: 'nv',
    grammar: 'wolfram',
  },
  { tag: 'meson', since: '3.30', aliases: [], word: 'n', grammar: 'python' },
  { tag: 'minizinc', aliases: [], blank: 'w', word: 'nx' },
  { tag: 'moonscript', aliases: ['moon'], blank: 'w', word: 'n' },
  { tag: 'mosel', aliases: [], word: 'n' },
  { tag: 'msgtrans', aliases: [], word: 'nv' },
  { tag: 'mxml', aliases: [], grammar: 'xml' },
  { tag: 'nesasm', aliases: ['nes'], word: 'nf', grammar: 'asm' },
  { tag: 'nial', since: '3.30', aliases: [], word: 'nv' },
  {
    tag: 'nix',
    aliases: ['nixos'],
    word: 'nv',
    grammar: 'nix',
    scopes: `s2 string.quoted
c comment.line.number-sign.nix comment.block.nix
nv variable.parameter.name.nix variable.parameter entity.other.attribute-name
kr support.function.nix`,
  },
  { tag: 'ocl', aliases: ['OCL'], word: 'n' },
  { tag: 'openedge', aliases: [], laterAliases: { since: '4.1', names: ['abl'] }, word: 'nv' },
  { tag: 'opentype_feature_file', aliases: ['fea', 'opentype', 'opentypefeature'], blank: 'w', word: 'n' },
  { tag: 'plist', aliases: [], blank: 'w', grammar: 'xml' },
  { tag: 'plsql', since: '3.30', aliases: [], word: 'n', grammar: 'plsql' },
  { tag: 'pony', aliases: [], word: 'n' },
  { tag: 'postscript', aliases: ['postscr', 'ps', 'eps'], word: 'nf' },
  { tag: 'praat', aliases: [] },
  { tag: 'prometheus', aliases: [], word: 'n' },
  { tag: 'q', aliases: ['kdb+'], blank: 'w', word: 'n' },
  { tag: 'qml', aliases: [], word: 'nx', grammar: 'qml' },
  {
    tag: 'racket',
    aliases: [],
    word: 'nv',
    grammar: 'racket',
    scopes: `k storage.type
s string.quoted constant.character.escape.racket
nv entity.name.constant variable.parameter.racket
mf constant.numeric.racket
no constant.language.racket
nt keyword.other.racket
ss string.quoted.single.racket`,
  },
  { tag: 'reasonml', aliases: [], word: 'n', grammar: 'ocaml' },
  { tag: 'rego', aliases: [], word: 'n' },
  { tag: 'rescript', aliases: [], word: 'n', grammar: 'ocaml' },
  { tag: 'robot_framework', aliases: ['robot', 'robot-framework'], blank: 'w' },
  { tag: 'sas', aliases: [], word: 'n', grammar: 'sas' },
  { tag: 'sed', aliases: [] },
  { tag: 'sieve', aliases: [], word: 'nx' },
  { tag: 'slice', aliases: [], word: 'n', grammar: 'cpp' },
  { tag: 'slim', aliases: [] },
  { tag: 'smalltalk', aliases: ['st', 'squeak'], word: 'nv', grammar: 'smalltalk' },
  { tag: 'smarty', aliases: [] },
  { tag: 'sml', aliases: ['ml'], word: 'n', grammar: 'ocaml' },
  { tag: 'sqf', aliases: [] },
  { tag: 'ssh', aliases: [], grammar: 'ssh-config' },
  { tag: 'stan', since: '3.30', aliases: [], word: 'nv', grammar: 'cpp' },
  { tag: 'stata', since: '3.30', aliases: [], blank: 'w', word: 'n', grammar: 'stata' },
  { tag: 'supercollider', aliases: [], word: 'n' },
  { tag: 'syzlang', since: '3.30', aliases: [] },
  { tag: 'syzprog', since: '3.30', aliases: [] },
  { tag: 'tap', aliases: [] },
  {
    tag: 'tcl',
    aliases: [],
    grammar: 'tcl',
    scopes: `- keyword.other.tcl constant.numeric.tcl punctuation.definition.variable.tcl`,
  },
  { tag: 'ttcn3', aliases: [], word: 'n' },
  { tag: 'tulip', aliases: [], word: 'n' },
  { tag: 'turtle', aliases: [], blank: 'w', word: 'n', grammar: 'turtle' },
  { tag: 'vala', aliases: [], word: 'n', grammar: 'vala' },
  { tag: 'vcl', aliases: ['varnishconf', 'varnish'], grammar: 'c' },
  { tag: 'wollok', aliases: [], blank: 'w', grammar: 'java' },
  { tag: 'xojo', aliases: ['realbasic'], blank: 'w' },
  { tag: 'xpath', aliases: [], blank: 'w', word: 'nt' },
  { tag: 'xquery', aliases: [], blank: 'w', word: 'nt' },
  { tag: 'yang', aliases: [], blank: 'w', word: 'n' },
  // What came with Rouge 4 and 5.
  { tag: 'addmusick', since: '5.1', aliases: ['addmusickff', 'amk', 'ramekin', 'rmk'] },
  {
    tag: 'apple_script',
    since: '5.1',
    aliases: ['applescript', 'osa'],
    blank: 'w',
    word: 'nv',
    grammar: 'applescript',
  },
  { tag: 'cisco_ios', since: '4.1', aliases: [] },
  { tag: 'cobol', since: '4.5', aliases: [], grammar: 'cobol' },
  { tag: 'dylan', since: '5.1', aliases: [] },
  { tag: 'kick_assembler', since: '5.1', aliases: ['kickass'] },
  { tag: 'mojo', since: '4.5', aliases: [], word: 'n', grammar: 'mojo' },
  { tag: 'pdf', since: '5.1', aliases: ['cos', 'fdf'] },
  { tag: 'rml', since: '4.1', aliases: [] },
  { tag: 'rocq', since: '5.1', aliases: ['coq'], blank: 'w', word: 'no', grammar: 'coq' },
  { tag: 'thrift', since: '5.1', aliases: ['apache-thrift'] },
  { tag: 'veryl', since: '5.1', aliases: [], grammar: 'system-verilog' },
]
