/**
 * What a Gemfile says. It is Ruby and is not run: the calls that everybody writes are read, over several lines, too; any
 * other way of saying it is left alone.
 */

interface GemStatement {
  readonly name: string
  /** `~> 2.5`; none for any version */
  readonly requirements: readonly string[]
  /** `path:` */
  readonly path: string | undefined
  /** what Bundler loads of it for the group `:jekyll_plugins`, by the names that `require` knows; none outside of it */
  readonly plugins: readonly string[]
}

interface GemfileStatements {
  /** the registry that the first `source` names */
  readonly source: string | undefined
  readonly gems: readonly GemStatement[]
  /** whether it takes gems from the gemspecs beside it */
  readonly gemspec: boolean
}

/** Reads the text of a Gemfile. Linear. */
export function gemfileStatements(text: string): GemfileStatements {
  let source: string | undefined
  let gemspec = false
  const gems: GemStatement[] = []
  /** what the blocks around a statement begin with */
  const around: string[] = []
  for (const statement of statements(text)) {
    if (/^\s*end\b/.test(statement)) around.pop()
    else if (/\bdo(?:\s*\|[^|]*\|)?\s*$|^\s*(?:if|unless|case|begin|def)\b/.test(statement))
      around.push(statement)
    source ??= /^\s*source\s*(?:\(\s*)?["']([^"']+)["']/.exec(statement)?.[1]
    gemspec ||= /^\s*gemspec\b/.test(statement)
    const gem = /^\s*gem\s*(?:\(\s*)?["']([^"']+)["']([\s\S]*)$/.exec(statement)
    if (gem === null) continue
    const [, name = '', rest = ''] = gem
    const path = /(?:\bpath:|:path\s*=>)\s*["']([^"']+)["']/.exec(rest)?.[1]
    gems.push({ name, requirements: requirementsIn(rest), path, plugins: pluginsIn(name, rest, around) })
  }
  return { source, gems, gemspec }
}

/** What Bundler loads of the gem where it is in the group of Jekyll's plugins and for this platform. */
function pluginsIn(name: string, rest: string, around: readonly string[]): readonly string[] {
  const ours = /:jekyll_plugins\b|["']jekyll_plugins["']/
  const isOurs =
    around.some((block) => /^\s*group\b/.test(block) && ours.test(block)) ||
    (/\bgroups?:|:groups?\s*=>/.test(rest) && ours.test(rest))
  if (!isOurs) return []
  const [, platforms = ''] = /(?:\bplatforms?:|:platforms?\s*=>)\s*(\[[^\]]*\]|\S+)/.exec(rest) ?? []
  const elsewhere = [...around.filter((block) => /^\s*platforms?\b/.test(block)), platforms].some(
    (names) => names !== '' && !/\b(?:ruby|mri)(?:_\d+)?\b/.test(names),
  )
  if (elsewhere) return []
  const [, asked] = /(?:\brequire:|:require\s*=>)\s*(\[[^\]]*\]|["'][^"']*["']|\w+)/.exec(rest) ?? []
  if (asked === undefined || asked === 'true') return [name]
  return [...asked.matchAll(/["']([^"']+)["']/g)].map(([, one = '']) => one)
}

const PIECE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#.*|[()[\]]/g
const BEGINS = /^\s*(?:gem|gemspec|source|group|platforms?|ruby|end)\b/

/** The statements of a text without its comments: one goes on behind a comma and until its brackets are closed. */
function* statements(text: string): Generator<string> {
  let lines: string[] = []
  let depth = 0
  for (const written of text.split('\n')) {
    const goesOn =
      lines.length > 0 && (/[,\\]\s*$/.test(lines.at(-1)!) || (depth > 0 && !BEGINS.test(written)))
    if (!goesOn && lines.length > 0) {
      yield lines.join('\n')
      lines = []
      depth = 0
    }
    let line = written
    for (const { 0: piece, index } of written.matchAll(PIECE)) {
      if (piece === '(' || piece === '[') depth++
      else if (piece === ')' || piece === ']') depth--
      else if (piece.startsWith('#')) line = written.slice(0, index).trimEnd()
    }
    // A line of nothing but a comment does not end what goes on around it.
    if (lines.length === 0 || line.trim() !== '') lines.push(line)
  }
  if (lines.length > 0) yield lines.join('\n')
}

/** The texts of a `gem` call that come before its options, one by one or as arrays: `"~> 2.5", ">= 2.5.1"`. */
function requirementsIn(rest: string): readonly string[] {
  const found: string[] = []
  const each = /\s*,\s*(?:["']([^"']*)["']|\[([^\]]*)\]|%w[[({]([^\])}]*)[\])}])(?!\s*=>)/y
  for (let match = each.exec(rest); match !== null; match = each.exec(rest)) {
    const [, text, array, words] = match
    if (text !== undefined) found.push(text)
    else if (array !== undefined)
      for (const { 1: one = '' } of array.matchAll(/["']([^"']*)["']/g)) found.push(one)
    else found.push(...(words ?? '').split(/\s+/).filter(Boolean))
  }
  return found
}
