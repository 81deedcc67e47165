/** Front matter defaults: `defaults:` of the configuration, and which of them hold for a file. */
import {
  BuildError,
  type Diagnostic,
  type Hash,
  isHash,
  isNil,
  listOrNone,
  rubyInspect,
  rubyToS,
  Time,
  type Value,
} from '../base/index.ts'
import { deepMerge } from './merge.ts'

interface DefaultSet {
  /** '' holds everywhere */
  readonly path: string
  readonly type: string | undefined
  readonly values: Hash
  /** what a path with wildcards selects in the source, without `collections_dir`; undefined for a plain path */
  readonly selected: ReadonlySet<string> | undefined
}

export interface Defaults {
  readonly sets: readonly DefaultSet[]
  /** prefix that paths of scopes may carry: documents are named without it */
  readonly collectionsDir: string
}

const OLD_TYPES: ReadonlyMap<string, string> = new Map([
  ['post', 'posts'],
  ['page', 'pages'],
  ['draft', 'drafts'],
])

/**
 * The sets of `value` (the configuration's `defaults`), with a warning for each that is none (no hash, no `values`) and
 * for the old names of types or a scope that is none. A missing scope, or a path that is not text, holds everywhere. What is not a list counts as
 * none. A `date` among the values becomes what `dateOf` makes of it; `glob` finds the files and directories of the source
 * that a pattern selects. Throws a BuildError where `dateOf` makes nothing of one.
 */
export function defaultsFrom(
  value: Value,
  collectionsDir: string,
  {
    dateOf,
    glob,
  }: { dateOf: (written: Value) => Time | undefined; glob: (pattern: string) => readonly string[] },
): { defaults: Defaults; diagnostics: readonly Diagnostic[] } {
  const sets: DefaultSet[] = []
  const diagnostics: Diagnostic[] = []
  for (const set of listOrNone(value)) {
    const values = isHash(set) ? set.get('values') : undefined
    if (!isHash(set) || !isHash(values)) {
      diagnostics.push(invalidSet(set))
      continue
    }
    if (values.has('date')) diagnostics.push(...dateWithoutQuotes(values.get('date')))
    const scope = set.get('scope')
    diagnostics.push(...oddScope(set))
    const type = isHash(scope) ? scope.get('type') : undefined
    const path = isHash(scope) ? scope.get('path') : undefined
    const typeName = type === undefined || type === null ? undefined : rubyToS(type)
    const renamed = typeName === undefined ? undefined : OLD_TYPES.get(typeName)
    if (typeName !== undefined && renamed !== undefined) diagnostics.push(...oldType(typeName, renamed))
    const scopePath = typeof path === 'string' ? path : ''
    sets.push({
      path: scopePath,
      type: renamed ?? typeName,
      // Only a star makes a pattern; without one, braces and brackets are plain characters.
      selected: scopePath.includes('*')
        ? new Set(glob(scopePath).map((found) => inCollections(found, collectionsDir)))
        : undefined,
      values: values.has('date')
        ? new Map(values).set('date', dateOf(values.get('date')) ?? noDate(set))
        : values,
    })
  }
  return { defaults: { sets, collectionsDir }, diagnostics }
}

function invalidSet(set: Value): Diagnostic {
  return {
    code: 'site/invalid-default',
    severity: 'warning',
    topic: 'Defaults:',
    message: `An invalid front-matter default set was found:\n${rubyToS(set)}`,
    help: 'write each set as `- scope: {path: "", type: posts}` with `values:` below it',
    trail: [],
  }
}

/** A scope that is no hash, and a type that is no name: Jekyll stops there with an error of Ruby's. */
function oddScope(set: Hash): readonly Diagnostic[] {
  if (!set.has('scope')) return []
  const scope = set.get('scope')
  if (!isHash(scope)) return [stopsThere('a scope', scope)]
  const type = scope.get('type')
  return isNil(type) || typeof type === 'string' ? [] : [stopsThere('the type of a scope', type)]
}

function stopsThere(what: string, value: Value): Diagnostic {
  return {
    code: 'site/odd-default-scope',
    severity: 'warning',
    topic: 'Defaults:',
    message: `${rubyInspect(value)} as ${what} is not what Jekyll can read: it stops there.`,
    help: 'write it as `scope: {path: "", type: posts}`',
    trail: [],
  }
}

/** What Jekyll stops at with an error of Ruby's: it wants a text or a time. */
function dateWithoutQuotes(date: Value): readonly Diagnostic[] {
  if (isNil(date) || typeof date === 'string' || date instanceof Time) return []
  const day = rubyToS(date)
  return [
    {
      code: 'site/default-date-type',
      severity: 'warning',
      topic: 'Defaults:',
      message: `The date ${day} among the defaults is not text: Jekyll stops there.`,
      help: `write it between quotes: \`date: "${day}"\``,
      trail: [],
    },
  ]
}

/** @param set whose values have a `date` that is none */
function noDate(set: Hash): never {
  const values = set.get('values')
  const written = isHash(values) ? rubyToS(values.get('date')) : ''
  throw new BuildError([
    {
      code: 'site/invalid-default-date',
      severity: 'error',
      message: `Invalid date '${written}': An invalid date format was found in a front-matter default set: ${rubyToS(set)}`,
      help: 'write it as `date: "2024-01-31 12:00:00"`',
      trail: [],
    },
  ])
}

function oldType(old: string, name: string): readonly Diagnostic[] {
  return [
    `The '${old}' type has become '${name}'.`,
    `Please update your front-matter defaults to use 'type: ${name}'.`,
  ].map((message) => ({
    code: 'site/old-default-type',
    severity: 'warning',
    topic: 'Defaults:',
    message,
    trail: [],
  }))
}

/**
 * All defaults for the file at `path` (relative to the source; what lies in collections without `collections_dir`) of `type`
 * (`pages`, `posts`, another collection's label; '' for static files). Longer scopes win over shorter ones, a typed one over an
 * untyped one of the same length, else the later; hashes are merged. The order of keys is Jekyll's, which folds the
 * sets from first to last.
 */
export function defaultsFor(defaults: Defaults, path: string, type: string): Hash {
  let merged: Hash = NONE
  let winner: DefaultSet | undefined
  for (const set of defaults.sets) {
    if (!applies(set, path, type, defaults)) continue
    if (winner === undefined || takesPrecedence(winner, set)) {
      merged = merged.size === 0 ? set.values : deepMerge(merged, set.values)
      winner = set
    } else merged = deepMerge(set.values, merged)
  }
  return merged
}

const NONE: Hash = new Map()

/**
 * The one default `key` of a file, or undefined. Pages look settings up one by one, and then only the sets that have the
 * key compete: this may differ from `defaultsFor` when a set with a longer path stands before.
 */
export function defaultFor(defaults: Defaults, path: string, type: string, key: string): Value {
  let winner: DefaultSet | undefined
  for (const set of defaults.sets) {
    if (!set.values.has(key) || !applies(set, path, type, defaults)) continue
    if (winner === undefined || takesPrecedence(winner, set)) winner = set
  }
  return winner?.values.get(key)
}

function takesPrecedence(old: DefaultSet, set: DefaultSet): boolean {
  if (set.path.length !== old.path.length) return set.path.length > old.path.length
  return set.type !== undefined || old.type === undefined
}

/**
 * A plain path holds for what begins with it. One with wildcards holds for what it selects in the source and for all below;
 * as `collections_dir` is taken off that, a directory there and one beside it with the same name are one.
 */
function applies(set: DefaultSet, path: string, type: string, { collectionsDir }: Defaults): boolean {
  if (set.type !== undefined && set.type !== type) return false
  const { selected } = set
  if (selected !== undefined) return ancestors(path).some((at) => selected.has(at))
  return path.startsWith(inCollections(set.path, collectionsDir))
}

/** `path` without `collections_dir`. */
function inCollections(path: string, collectionsDir: string): string {
  return collectionsDir !== '' && path.startsWith(`${collectionsDir}/`)
    ? path.slice(collectionsDir.length + 1)
    : path
}

/** `a/b/c`, `a/b` and `a` for `a/b/c`. */
function ancestors(path: string): string[] {
  const all = [path]
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    all.push(path.slice(0, slash))
  }
  return all
}
