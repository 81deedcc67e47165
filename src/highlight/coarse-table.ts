/**
 * The languages Rouge 3.30 knows and we have no lexer of ours for: name, aliases, and the TextMate grammar that comes
 * nearest. Without a grammar the code stays plain, inside the markup of a known language. A table.
 */

export interface CoarseLanguage {
  readonly tag: string
  readonly aliases: readonly string[]
  readonly grammar?: string
  /** Where Rouge classes a scope of this grammar otherwise than of most: see `scopeTable`. */
  readonly scopes?: string
}

export const COARSE_LANGUAGES: readonly CoarseLanguage[] = [
  { tag: 'abap', aliases: [], grammar: 'abap' },
  { tag: 'actionscript', aliases: ['as', 'as3'], grammar: 'actionscript' },
  { tag: 'ada', aliases: [], grammar: 'ada' },
  { tag: 'apex', aliases: [], grammar: 'apex' },
  { tag: 'apiblueprint', aliases: ['apib'], grammar: 'markdown' },
  { tag: 'applescript', aliases: [], grammar: 'applescript' },
  { tag: 'armasm', aliases: [], grammar: 'asm' },
  { tag: 'augeas', aliases: ['aug'] },
  { tag: 'bbcbasic', aliases: [] },
  { tag: 'bibtex', aliases: ['bib'], grammar: 'bibtex' },
  { tag: 'biml', aliases: [], grammar: 'xml' },
  { tag: 'brainfuck', aliases: [] },
  { tag: 'brightscript', aliases: ['bs', 'brs'] },
  { tag: 'bsl', aliases: [], grammar: 'bsl' },
  { tag: 'ceylon', aliases: [], grammar: 'java' },
  { tag: 'cfscript', aliases: ['cfc'], grammar: 'javascript' },
  { tag: 'clean', aliases: [] },
  {
    tag: 'clojure',
    aliases: ['clj', 'cljs'],
    grammar: 'clojure',
    scopes: `n meta.symbol.clojure
s string.quoted.double.clojure`,
  },
  { tag: 'cmhg', aliases: [] },
  { tag: 'coffeescript', aliases: ['coffee', 'coffee-script'], grammar: 'coffeescript' },
  {
    tag: 'common_lisp',
    aliases: ['cl', 'common-lisp', 'elisp', 'emacs-lisp', 'lisp'],
    grammar: 'common-lisp',
  },
  { tag: 'coq', aliases: [], grammar: 'coq' },
  {
    tag: 'crystal',
    aliases: ['cr'],
    grammar: 'crystal',
    scopes: `no support.class.crystal
p keyword.operator.macro.crystal`,
  },
  { tag: 'csvs', aliases: [] },
  { tag: 'cypher', aliases: [], grammar: 'cypher' },
  { tag: 'cython', aliases: ['pyx', 'pyrex'], grammar: 'python' },
  { tag: 'd', aliases: ['dlang'], grammar: 'd' },
  { tag: 'dafny', aliases: [], grammar: 'csharp' },
  { tag: 'datastudio', aliases: [], grammar: 'sql' },
  { tag: 'digdag', aliases: [], grammar: 'yaml' },
  { tag: 'dot', aliases: [] },
  { tag: 'ecl', aliases: [] },
  { tag: 'eex', aliases: ['leex', 'heex'] },
  { tag: 'eiffel', aliases: [] },
  {
    tag: 'elm',
    aliases: [],
    grammar: 'elm',
    scopes: `n entity.name.function variable.type.elm
k keyword.control
o keyword.other punctuation.separator.comma.elm
kt constant.type-constructor.elm support.module.elm
c1 meta.import.elm`,
  },
  { tag: 'email', aliases: ['eml', 'e-mail'] },
  { tag: 'epp', aliases: [] },
  { tag: 'escape', aliases: ['esc'] },
  { tag: 'factor', aliases: [] },
  { tag: 'fluent', aliases: ['ftl'], grammar: 'fluent' },
  {
    tag: 'fortran',
    aliases: [],
    grammar: 'fortran-free-form',
    scopes: `n entity.name
k storage.modifier storage.type.type.fortran
p keyword.operator.double-colon.fortran`,
  },
  { tag: 'freefem', aliases: ['ff'], grammar: 'cpp' },
  {
    tag: 'fsharp',
    aliases: [],
    grammar: 'fsharp',
    scopes: `n variable.fsharp
p keyword.symbol.arrow.fsharp
bp constant.language.boolean.fsharp`,
  },
  { tag: 'gdscript', aliases: ['gd'], grammar: 'gdscript' },
  { tag: 'ghc-cmm', aliases: ['cmm'], grammar: 'c' },
  { tag: 'ghc-core', aliases: [], grammar: 'haskell' },
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
  {
    tag: 'graphql',
    aliases: [],
    grammar: 'graphql',
    scopes: `n support.type variable.graphql variable constant.character string.unquoted
k entity.name.function
nb support.type.builtin.graphql
p keyword.operator
s2 constant.character.escape.graphql`,
  },
  { tag: 'hack', aliases: ['hh'], grammar: 'hack' },
  {
    tag: 'haml',
    aliases: ['HAML'],
    grammar: 'haml',
    scopes: `nc entity.other.attribute-name
c comment.block.haml
p meta.line.ruby.haml
nt punctuation.definition`,
  },
  { tag: 'handlebars', aliases: ['hbs', 'mustache'], grammar: 'handlebars' },
  { tag: 'haxe', aliases: ['hx'], grammar: 'haxe' },
  { tag: 'hlsl', aliases: [], grammar: 'hlsl' },
  { tag: 'hocon', aliases: [], grammar: 'hjson' },
  { tag: 'hql', aliases: [], grammar: 'sql' },
  { tag: 'hylang', aliases: ['hy'], grammar: 'hy' },
  { tag: 'idlang', aliases: [] },
  { tag: 'idris', aliases: ['idr'], grammar: 'haskell' },
  { tag: 'igorpro', aliases: [] },
  { tag: 'io', aliases: [] },
  { tag: 'isabelle', aliases: ['isa', 'Isabelle'] },
  { tag: 'isbl', aliases: [] },
  { tag: 'j', aliases: [] },
  { tag: 'janet', aliases: ['jdn'], grammar: 'clojure' },
  { tag: 'jinja', aliases: ['django'], grammar: 'jinja-html', scopes: `nt punctuation.definition.tag` },
  { tag: 'jsl', aliases: [] },
  { tag: 'jsonnet', aliases: [], grammar: 'jsonnet' },
  { tag: 'jsp', aliases: [] },
  { tag: 'lasso', aliases: ['lassoscript'] },
  { tag: 'lean', aliases: [], grammar: 'lean' },
  { tag: 'literate_coffeescript', aliases: ['litcoffee'] },
  { tag: 'literate_haskell', aliases: ['lithaskell', 'lhaskell', 'lhs'] },
  { tag: 'livescript', aliases: ['ls'], grammar: 'coffee' },
  { tag: 'lustre', aliases: [] },
  { tag: 'lutin', aliases: [] },
  { tag: 'm68k', aliases: [], grammar: 'asm' },
  { tag: 'magik', aliases: [] },
  { tag: 'mason', aliases: [] },
  { tag: 'mathematica', aliases: ['wl'], grammar: 'wolfram' },
  { tag: 'meson', aliases: [], grammar: 'python' },
  { tag: 'minizinc', aliases: [] },
  { tag: 'moonscript', aliases: ['moon'] },
  { tag: 'mosel', aliases: [] },
  { tag: 'msgtrans', aliases: [] },
  { tag: 'mxml', aliases: [], grammar: 'xml' },
  { tag: 'nesasm', aliases: ['nes'], grammar: 'asm' },
  { tag: 'nial', aliases: [] },
  {
    tag: 'nix',
    aliases: ['nixos'],
    grammar: 'nix',
    scopes: `s2 string.quoted
c comment.line.number-sign.nix comment.block.nix
nv variable.parameter.name.nix variable.parameter entity.other.attribute-name
kr support.function.nix`,
  },
  {
    tag: 'objective_cpp',
    aliases: ['objcpp', 'obj-cpp', 'obj_cpp', 'objectivecpp', 'objc++', 'obj-c++', 'obj_c++', 'objectivec++'],
    grammar: 'objective-cpp',
  },
  { tag: 'ocl', aliases: ['OCL'] },
  { tag: 'openedge', aliases: [] },
  { tag: 'opentype_feature_file', aliases: ['fea', 'opentype', 'opentypefeature'] },
  {
    tag: 'pascal',
    aliases: [],
    grammar: 'pascal',
    scopes: `s string.quoted.single.pascal
n entity.name.function.pascal
kt storage.support.type.pascal`,
  },
  { tag: 'plist', aliases: [], grammar: 'xml' },
  { tag: 'plsql', aliases: [], grammar: 'plsql' },
  { tag: 'pony', aliases: [] },
  { tag: 'postscript', aliases: ['postscr', 'ps', 'eps'] },
  { tag: 'praat', aliases: [] },
  {
    tag: 'prolog',
    aliases: [],
    grammar: 'prolog',
    scopes: `nv variable.parameter.uppercase.prolog
ss constant.other.atom entity.name.function meta.dcg.body.prolog
m constant.numeric.integer.prolog
p constant.other.atom.emptylist.prolog keyword.control.clause keyword.control.fact.end.prolog keyword.control.dcg`,
  },
  { tag: 'prometheus', aliases: [] },
  {
    tag: 'puppet',
    aliases: ['pp'],
    grammar: 'puppet',
    scopes: `nv variable.other.readwrite.global.puppet punctuation.section.embedded
nc storage.type.puppet variable.parameter.include.puppet
c comment.line.number-sign.puppet
py constant.other.key.puppet
k keyword.control entity.name.section.puppet
kc keyword.puppet`,
  },
  { tag: 'q', aliases: ['kdb+'] },
  { tag: 'qml', aliases: [], grammar: 'qml' },
  {
    tag: 'racket',
    aliases: [],
    grammar: 'racket',
    scopes: `k storage.type
s string.quoted constant.character.escape.racket
nv entity.name.constant variable.parameter.racket
mf constant.numeric.racket
no constant.language.racket
nt keyword.other.racket
ss string.quoted.single.racket`,
  },
  { tag: 'reasonml', aliases: [], grammar: 'ocaml' },
  { tag: 'rego', aliases: [] },
  { tag: 'rescript', aliases: [], grammar: 'ocaml' },
  { tag: 'robot_framework', aliases: ['robot', 'robot-framework'] },
  { tag: 'sas', aliases: [], grammar: 'sas' },
  {
    tag: 'scheme',
    aliases: [],
    grammar: 'scheme',
    scopes: `nv variable.parameter variable.other.scheme
s string.quoted.double.scheme`,
  },
  { tag: 'sed', aliases: [] },
  { tag: 'sieve', aliases: [] },
  { tag: 'slice', aliases: [], grammar: 'cpp' },
  { tag: 'slim', aliases: [] },
  { tag: 'smalltalk', aliases: ['st', 'squeak'], grammar: 'smalltalk' },
  { tag: 'smarty', aliases: [] },
  { tag: 'sml', aliases: ['ml'], grammar: 'ocaml' },
  { tag: 'sparql', aliases: [], grammar: 'sparql' },
  { tag: 'sqf', aliases: [] },
  { tag: 'ssh', aliases: [], grammar: 'ssh-config' },
  { tag: 'stan', aliases: [], grammar: 'cpp' },
  { tag: 'stata', aliases: [], grammar: 'stata' },
  { tag: 'supercollider', aliases: [] },
  { tag: 'syzlang', aliases: [] },
  { tag: 'syzprog', aliases: [] },
  { tag: 'tap', aliases: [] },
  {
    tag: 'tcl',
    aliases: [],
    grammar: 'tcl',
    scopes: `- keyword.other.tcl constant.numeric.tcl punctuation.definition.variable.tcl`,
  },
  { tag: 'ttcn3', aliases: [] },
  { tag: 'tulip', aliases: [] },
  { tag: 'turtle', aliases: [], grammar: 'turtle' },
  {
    tag: 'twig',
    aliases: [],
    grammar: 'twig',
    scopes: `- string.unquoted.verbatim.twig
nv variable.other punctuation.separator.property.twig
cp punctuation.section.tag.twig punctuation.definition.tag
nf support.function.twig
ow keyword.operator
c comment.block.twig
kp constant.language.twig
nt punctuation.definition.tag.begin.html punctuation.definition.tag.end.html`,
  },
  { tag: 'vala', aliases: [], grammar: 'vala' },
  { tag: 'vb', aliases: ['visualbasic'], grammar: 'vb' },
  { tag: 'vcl', aliases: ['varnishconf', 'varnish'], grammar: 'c' },
  { tag: 'velocity', aliases: [] },
  {
    tag: 'vhdl',
    aliases: [],
    grammar: 'vhdl',
    scopes: `n entity.name.type.entity support.function.ieee entity.name.type.architecture entity.name.function.function.begin.vhdl
s1 constant.numeric.quoted.double.string`,
  },
  {
    tag: 'vue',
    aliases: ['vuejs'],
    grammar: 'vue',
    scopes: `k entity.name.tag.script.html.vue keyword.control entity.name.tag.template.html.vue entity.name.tag.style.html.vue
nt punctuation.definition.tag.begin.html punctuation.definition.tag.end.html
nx variable.other.readwrite support.type.object.module.js
na meta.object-literal.key.js punctuation.separator.key-value.html
s string.quoted.double.html punctuation.definition.string variable.other.readwrite.ts
nl support.type.property-name.css
c comment.block.vue
kd storage.type.function.js`,
  },
  { tag: 'wollok', aliases: [], grammar: 'java' },
  { tag: 'xojo', aliases: ['realbasic'] },
  { tag: 'xpath', aliases: [] },
  { tag: 'xquery', aliases: [] },
  { tag: 'yang', aliases: [] },
]
