/**
 * TextMate's scopes as Rouge's classes. A scope is looked up by its longest listed beginning, parts between dots;
 * the innermost scope that is listed decides. What is about a literal or a comment as a whole (its quotes, its
 * marks) is not listed, so that it takes the class of the whole.
 */
import type { TokenClass } from './types.ts'

export type ScopeTable = ReadonlyMap<string, TokenClass>

const SCOPES: ScopeTable = scopeTable(`
c1 comment.line
cm comment.block
c comment
cd comment.block.documentation comment.line.documentation
cp meta.preprocessor keyword.control.directive keyword.preprocessor
s string
s2 string.quoted.double string.interpolated
s1 string.quoted.single
sb string.quoted.other.backtick
sh string.unquoted.heredoc
sr string.regexp
sx string.quoted.other string.unquoted.url string.unquoted.path
ss constant.other.symbol
se constant.character.escape constant.other.placeholder
si punctuation.section.embedded punctuation.definition.interpolation punctuation.section.interpolation
sc constant.character
mi constant.numeric
mf constant.numeric.float constant.numeric.decimal.float
mh constant.numeric.hex constant.numeric.integer.hexadecimal
mo constant.numeric.octal constant.numeric.integer.octal
mb constant.numeric.binary constant.numeric.integer.binary
kc constant.language
no constant entity.name.constant variable.other.constant support.constant
k keyword storage
o keyword.operator
ow keyword.operator.word keyword.operator.logical.word
kn keyword.control.import keyword.other.import keyword.control.include
kt storage.type support.type
k storage.type.function storage.type.class storage.type.var
kd storage.modifier
nf entity.name.function support.function.user meta.function-call.name
nb support.function variable.language
bp variable.language.this variable.language.self
nc entity.name.type entity.name.class entity.other.inherited-class support.class
nn entity.name.namespace entity.name.module entity.name.package
nt entity.name.tag
na entity.other.attribute-name
nl entity.name.label
nd entity.name.decorator meta.decorator meta.annotation storage.type.annotation
nv variable
vi variable.other.readwrite.instance
vg variable.other.readwrite.global
vc variable.other.readwrite.class
n variable.other variable.parameter
p punctuation meta.brace
err invalid
gh markup.heading
gi markup.inserted
gd markup.deleted
ge markup.italic
gs markup.bold
`)

/** Scopes that say nothing of their own: the enclosing one decides. */
const PART_OF_WHOLE =
  /^punctuation\.(?:definition|section|whitespace|separator)\.(?:string|comment|character|symbol|constant|keyword|variable|heading|regexp|preprocessor|directive)\b/

/** A table of lines `class scope scope …`. */
export function scopeTable(lines: string): ScopeTable {
  const table = new Map<string, TokenClass>()
  for (const line of lines.split('\n')) {
    const [cls, ...scopes] = line.trim().split(/\s+/)
    for (const scope of scopes) table.set(scope, (cls === '-' ? '' : cls) as TokenClass)
  }
  return table
}

/** The class `scopes` (outermost first) give by `own` before the common table; undefined where none is listed. */
export function classOf(scopes: readonly string[], own: ScopeTable): TokenClass | undefined {
  for (let at = scopes.length - 1; at > 0; at--) {
    const scope = scopes[at]!
    for (let part = scope; part !== ''; part = part.slice(0, Math.max(part.lastIndexOf('.'), 0))) {
      const cls = own.get(part)
      if (cls !== undefined) return cls
    }
    if (PART_OF_WHOLE.test(scope)) continue
    for (let part = scope; part !== ''; part = part.slice(0, Math.max(part.lastIndexOf('.'), 0))) {
      const cls = SCOPES.get(part)
      if (cls !== undefined) return cls
    }
  }
  return undefined
}
