/**
 * What a gem says of itself, from either form it comes in: Ruby (`*.gemspec`, in a folder or beside an installed gem) or
 * the YAML inside a `.gem` file. Ruby is not run: the assignments that gem tools write, and people after them, are read.
 */
import { isHash, listOrNone, parseYaml, rubyToS, type Value, zoneFor } from '../../base/index.ts'
import type { ThemeDetails } from '../../site/index.ts'

export interface GemSpec extends ThemeDetails {
  /** names of the Jekyll plugins among the dependencies */
  readonly plugins: readonly string[]
  /** what the gem needs besides Ruby, with requirements: `~> 2.0` */
  readonly needs: ReadonlyMap<string, readonly string[]>
  /** files by which code in other languages is built; empty for a gem that is all Ruby, or where that is not known */
  readonly extensions: readonly string[]
}

const TEXT = `(?:%q<([^>]*)>|"((?:[^"\\\\\\n]|\\\\.)*)"|'([^'\\n]*)')`

/** The text that a match of TEXT at `at` holds. */
function textOf(match: RegExpMatchArray, at = 1): string | undefined {
  const double = match[at + 1]
  return match[at] ?? (double === undefined ? match[at + 2] : unescaped(double))
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', e: '\x1b', s: ' ' }

/** The inside of a Ruby string in double quotes. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|(.))/gu,
    (_, braced: string | undefined, four: string | undefined, one = '') => {
      const code = Number.parseInt(braced ?? four ?? '', 16)
      return Number.isNaN(code) ? (ESCAPES[one] ?? one) : String.fromCodePoint(Math.min(code, 0x10ffff))
    },
  )
}

/** Reads a gemspec written in Ruby. What is computed in it (`File.read`) is not known and left out. */
export function fromRuby(text: string): GemSpec {
  const field = (name: string): string | undefined => {
    const match = new RegExp(`^[ \\t]*\\w+\\.${name}[ \\t]*=\\s*${TEXT}`, 'm').exec(text)
    return match === null ? undefined : textOf(match)
  }
  const list = (name: string): readonly string[] => {
    const match = new RegExp(`^[ \\t]*\\w+\\.${name}[ \\t]*=\\s*\\[([^\\]]*)\\]`, 'm').exec(text)
    return match === null ? [] : textsIn(match[1] ?? '')
  }
  const metadata = new Map<Value, Value>()
  const pairs = /^[ \t]*\w+\.metadata[ \t]*=\s*\{([^}]*)\}/m.exec(text)?.[1] ?? ''
  const words = textsIn(pairs)
  for (let i = 0; i + 1 < words.length; i += 2) metadata.set(words[i] ?? '', words[i + 1] ?? '')
  for (const [, key = '', value = ''] of text.matchAll(
    /^[ \t]*\w+\.metadata\[["']([^"']+)["']\]\s*=\s*["']([^"'\n]*)["']/gm,
  ))
    metadata.set(key, value)
  const authors = list('authors')
  const author = field('author')
  const needs = new Map<string, readonly string[]>()
  for (const match of text.matchAll(
    new RegExp(`\\.add_(?:runtime_)?dependency\\b\\(?\\s*${TEXT}([^\\n]*)`, 'g'),
  )) {
    const name = textOf(match) ?? ''
    const rest = match[4] ?? ''
    // The form that old tools read says development needs in the same words, after the one that tells them apart.
    if (!needs.has(name)) needs.set(name, textsIn(rest))
  }
  if (text.includes('add_runtime_dependency'))
    for (const match of text.matchAll(new RegExp(`\\.add_development_dependency\\b\\(?\\s*${TEXT}`, 'g')))
      needs.delete(textOf(match) ?? '')
  return specOf({
    version: field('version'),
    authors: authors.length > 0 ? authors : author === undefined ? [] : [author],
    description: field('description') ?? field('summary'),
    metadata,
    needs,
    extensions: list('extensions'),
  })
}

function textsIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(TEXT, 'g'))].map((match) => textOf(match) ?? '')
}

/** Reads the `metadata` of a `.gem` file. Undefined when it is none. */
export function fromYaml(text: string): GemSpec | undefined {
  // The tags name Ruby's classes; their fields are all there is to know.
  const read = parseYaml(text.replace(/(^|[ -])!ruby\/\S+/gm, '$1'), zoneFor('UTC'))
  if (read.error !== undefined || !isHash(read.value)) return undefined
  const spec = read.value
  const needs = new Map<string, readonly string[]>()
  for (const each of listOrNone(spec.get('dependencies'))) {
    if (!isHash(each) || String(each.get('type')).includes('development')) continue
    const requirement = each.get('requirement') ?? each.get('version_requirements')
    const pairs = isHash(requirement) ? listOrNone(requirement.get('requirements')) : []
    needs.set(
      rubyToS(each.get('name')),
      pairs.map((pair) => listOrNone(pair).map(versionText).join(' ')),
    )
  }
  const metadata = spec.get('metadata')
  return specOf({
    version: versionText(spec.get('version') ?? null),
    authors: listOrNone(spec.get('authors')).map((author) => rubyToS(author)),
    description: plainText(spec.get('description')) ?? plainText(spec.get('summary')),
    metadata: isHash(metadata) ? new Map(metadata) : new Map(),
    needs,
    extensions: listOrNone(spec.get('extensions')).map((each) => rubyToS(each)),
  })
}

function specOf(found: {
  readonly version: string | undefined
  readonly authors: readonly string[]
  readonly description: string | undefined
  readonly metadata: ReadonlyMap<Value, Value>
  readonly needs: ReadonlyMap<string, readonly string[]>
  readonly extensions: readonly string[]
}): GemSpec {
  return {
    version: found.version ?? null,
    metadata: found.metadata,
    dependencies: [...found.needs].map(([name, needs]) => `${name} (${needs.join(', ') || '>= 0'})`),
    authors: found.authors.join(', '),
    description: found.description ?? null,
    needs: found.needs,
    extensions: found.extensions,
    plugins: [...found.needs.keys()].filter((name) => /^jekyll-[\w-]+$/.test(name)),
  }
}

function plainText(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A version stands as text, or as a hash that holds it. */
function versionText(value: Value): string {
  return rubyToS(isHash(value) ? (value.get('version') ?? null) : value)
}
